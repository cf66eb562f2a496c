import type { Hono } from "hono";
import type { Env } from "../../functions/src/api/types.ts";
import { type Answer, type Call, call } from "./api.ts";
import type { World } from "./embedded.ts";
import { chance } from "./faults.ts";

/** One operation of the API description, as far as bad input is concerned. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly sends: "json" | "form" | "upload" | "query";
  readonly fields: readonly string[];
}

interface Described {
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: { readonly properties: object } }> };
}

/** The operations of an OpenAPI description. */
export function operationsOf(description: Record<string, unknown>): Operation[] {
  return Object.entries(description.paths as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, about]) => {
      const [type = "", content] = Object.entries(about.requestBody?.content ?? {})[0] ?? [];
      const sends = type.includes("urlencoded") ? "form" : type.includes("multipart") ? "upload" : type ? "json" : "query";
      const fields = content
        ? Object.keys(content.schema.properties)
        : about.parameters.filter((p) => p.in === "query").map((p) => p.name);
      return { method: method.toUpperCase(), path, sends, fields };
    }),
  );
}

const loneSurrogate = String.fromCharCode(0xd800);
const texts: Readonly<Record<string, string>> = {
  empty: "",
  blank: " \t",
  "10,000 characters": "长".repeat(10_000),
  "a script": "<script>zq</script>",
  "a tag out of an attribute": `"'><img src=zq onerror=zq>`,
  "an attribute": `" onfocus="zq`,
  "a header": "a\r\nx-injected: zq\r\n\r\n<script>zq</script>",
  "a null byte": "a\u0000b",
  "a lone surrogate": `王${loneSurrogate}示例`,
  "marks from right to left": "\u202e\u2066abc\u200f",
  "a hostile address": "a@example.com\r\nbcc: b@example.com",
  "a template": "{{constructor}} {requestId} {0}",
};
const values: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  "a negative number": -1,
  "a huge number": 1e308,
  "a fraction": 1.5,
  "an empty list": [],
  "a list of nothing": [null],
  "a list of lists": [[["x"]]],
  "a long list": Array.from({ length: 2000 }, () => "x"),
  "an empty object": {},
  "an object of wrong things": { "zh-CN": 1, en: [], __proto__: 1, chains: "x" },
  "a deep list": Array.from({ length: 3000 }).reduce((inner) => [inner], []),
  "hostile ids in an object": { chains: [], importId: loneSurrogate, id: loneSurrogate, src: "\u0000" },
  "hostile chains in an object": { chains: [loneSurrogate, ""] },
  "hostile texts in an object": { "zh-CN": `${texts["a tag out of an attribute"]}${loneSurrogate}`, en: "\u0000" },
};
const ids: Readonly<Record<string, string>> = {
  unknown: "act_01kb0000000000000000000000",
  "a null byte": "%00",
  "a broken escape": "%ff",
  "half an escape": "%E0%A4%A",
  "a way up": "..%2f..%2fsecrets",
  "dots only": "a.b.c",
  "more dots": ".",
  "500 characters": "x".repeat(500),
  "3,000 characters": "x".repeat(3000),
  "a script": "%3Cscript%3Ezq%3C%2Fscript%3E",
  "a line break": "a%0d%0ax-injected:%20zq",
  "a lone surrogate in UTF-8": "%ED%A0%80",
  blank: "%20",
  "a key of another kind": "x%23y",
  "a prototype": "__proto__",
};
const raws: Readonly<Record<string, string>> = Object.fromEntries(
  ["{", "null", "[]", '"text"', "5", "%", "--x\r\n", "\u0000", "[".repeat(20_000), `"${"x".repeat(200_000)}"`].map((raw) => [
    raw.slice(0, 20),
    raw,
  ]),
);
const b64 = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");
const queries: Readonly<Record<string, string>> = {
  "limit=-1": "limit=-1",
  "limit=0": "limit=0",
  "limit=NaN": "limit=NaN",
  "a huge limit": "limit=999999999999999999999",
  "an empty limit": "limit=",
  "limit twice": "limit=1&limit=2",
  "cursor twice": "cursor=a&cursor=b",
  "a broken escape": "limit=%ff&cursor=%E0%A4%A",
  "a cursor that is garbage": "cursor=zq",
  "a cursor of JSON null": `cursor=${b64("null")}`,
  "a cursor of a list": `cursor=${b64("[1]")}`,
  "a cursor of broken JSON": `cursor=${b64("{")}`,
  "a cursor of nothing": `cursor=${b64({})}`,
  "a long cursor": `cursor=${"a".repeat(5000)}`,
  "a long query": `x=${"a".repeat(20_000)}`,
  "a prototype": "__proto__=1&constructor=2&limit[]=3",
  "hostile text": "status=%3Cscript%3Ezq%3C/script%3E&saved=%22%3E%3Cimg%20src=zq&locale=%00",
};
/** Cursors that name a list that is there and no place in it; `key` is the index's own. */
const forged = (pk: string, key: string) => [
  `cursor=${b64({ [key]: pk })}`,
  `cursor=${b64({ [key]: pk, [key.replace(/[pP]k$/, (k) => (k === "pk" ? "sk" : "Sk"))]: "", pk: "x", sk: "y", other: "z" })}`,
];

export interface Probe {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly options: Call;
}

/** The first probe: the good input itself. */
export const asItStands = "as it stands";
/** Always sent: they meet nothing before the table. The others are drawn, so that each meets a good part of the operations. */
const always = /surrogate|hostile|null byte/;

/** All bad inputs for one operation; of those for its single fields, those that the seed draws. `good` is a body that is accepted, so that one wrong field is met alone. */
export function* probes(
  operation: Operation,
  good: object,
  share: number,
  path: (replace?: [string, string]) => string,
): Generator<Probe> {
  const { method, fields, sends } = operation;
  const next = chance([...`${method} ${operation.path}`].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7));
  const drawn = <T>(table: Readonly<Record<string, T>>) =>
    Object.entries(table).filter(([what]) => always.test(what) || next() < share);
  const probe = (what: string, options: Call, address = path()): Probe => ({ what, method, path: address, options });
  yield probe(asItStands, withBody(sends, method, good));
  const headers = (type: string) => ({ headers: { "content-type": type } });
  for (const name of operation.path.match(/(?<=\{)\w+/g) ?? [])
    for (const [what, id] of drawn(ids)) yield probe(`${name}: ${what}`, withBody(sends, method, good), path([name, id]));
  for (const [what, query] of drawn(queries)) yield probe(`query: ${what}`, withBody(sends, method, good), `${path()}?${query}`);
  if (sends === "query" && fields.includes("cursor"))
    for (const pk of [...lists, ...ownLists(path())])
      for (const key of ["pk", "statePk", "ownerPk"])
        for (const query of forged(pk, key)) yield probe(`a forged cursor for ${pk} by ${key}`, {}, `${path()}?${query}`);
  for (const wrong of ["TRACE", "PROPFIND", "OPTIONS", "PUT", "DELETE", "PATCH", "POST", "GET"])
    if (wrong !== method) yield { ...probe(`method ${wrong}`, wrong === "GET" ? {} : withBody(sends, wrong, {})), method: wrong };
  yield probe("hostile headers", {
    ...withBody(sends, method, good),
    headers: { "accept-language": "zq<script>,".repeat(300), origin: "null", host: "a b<c>", "x-forwarded-for": "'" },
    cookies: ["__Host-session=%ff%00", "lingxi-session=a=b"],
  });
  if (method === "GET") return;

  yield probe("no body", {});
  for (const type of ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    yield probe(`${type} with no body`, headers(type));
    for (const [, raw] of drawn(raws)) yield probe(`${type}: ${JSON.stringify(raw.slice(0, 20))}`, { raw, ...headers(type) });
  }
  yield probe("JSON as text", { raw: JSON.stringify(good), ...headers("text/plain") });
  yield probe("an unknown type", { raw: JSON.stringify(good), ...headers("zq/<script>; charset=\u00e9") });
  yield probe("a form without a boundary", { raw: "x", ...headers("multipart/form-data") });
  yield probe("keys of prototypes", {
    raw: '{"__proto__":{"polluted":"zq"},"constructor":{"prototype":{"polluted":"zq"}},"toString":1}',
    ...headers("application/json"),
  });
  // The same code answers in the other language; its sentences are what is left to prove.
  const others = operation.path.startsWith("/en/");
  for (const field of others ? [] : fields) {
    for (const [what, text] of drawn(texts))
      yield probe(`${field}: ${what}`, withBody(sends, method, { ...good, [field]: text }));
    if (sends === "json")
      for (const [what, value] of drawn(values))
        yield probe(`${field}: ${what}`, withBody(sends, method, { ...good, [field]: value }));
    else yield probe(`${field} twice`, withBody(sends, method, { ...good, [field]: ["a", "b", texts["a script"] ?? ""] }));
  }
  const [first] = fields;
  if (first) yield probe(`${first}: 200 kB`, withBody(sends, method, { ...good, [first]: "x".repeat(200_000) }));
}

const lists = [
  "activity#published",
  "case#published",
  "project#listed",
  "demand#listed",
  "demand-state#open",
  "talent#public",
  "contacts",
  "imports",
  "campaigns",
];
const ownLists = (path: string) => {
  const id = /act_\w+/.exec(path)?.[0];
  return id ? [`activity#${id}`, `registrations#${id}`] : [];
};

function withBody(sends: Operation["sends"], method: string, fields: object): Call {
  if (method === "GET" || sends === "query") return {};
  if (sends === "json") return { body: fields };
  if (sends === "form") return { form: fields as Record<string, string> };
  const upload = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) upload.append(name, one instanceof Blob ? one : String(one));
  return { upload };
}

const han = /\p{Script=Han}/u;
const unescaped = /<script>zq|<img src=zq|" onfocus="zq/;

/** What is wrong with an answer to bad input; nothing when it is as it should be. */
export function troubleWith(answer: Answer, english: boolean, page: boolean, written: number): string | undefined {
  const type = answer.headers["content-type"] ?? "";
  if (answer.status >= 500) return `answers ${answer.status}`;
  if (Object.keys(answer.headers).some((name) => name === "x-injected")) return "lets a header in";
  if (type.includes("html") && unescaped.test(answer.text)) return "shows hostile text as HTML";
  if (answer.status < 400) return undefined;
  if (written) return `refuses with ${answer.status} and has written`;
  const sentence = page ? alert(answer.text) : answer.text;
  if (page) {
    if (!type.startsWith("text/html")) return `refuses with ${answer.status} and no page`;
  } else {
    if (!type.startsWith("application/problem+json")) return `refuses with ${answer.status} and no problem details`;
    const problem = answer.json();
    if (problem.status !== answer.status || !problem.detail || !problem.requestId || !String(problem.type).startsWith("urn:"))
      return `refuses with half a problem: ${answer.text.slice(0, 200)}`;
    for (const { message } of (problem.fields as { message: string }[] | undefined) ?? [])
      if (!message || han.test(message) === english) return `says the wrong language at a field: ${message}`;
  }
  const said = page ? sentence : String(answer.json().detail);
  if (!said.trim() || han.test(said) === english) return `says it in the wrong language, or not at all: ${said.slice(0, 200)}`;
  return undefined;
}

/** The text of a page's alert. */
const alert = (html: string) =>
  (/<(p|div)[^>]*role="alert"[^>]*>([\s\S]*?)<\/\1>/.exec(html)?.[2] ?? "").replace(/<[^>]*>/g, " ");

/** Sends a probe and judges the answer; what the table, the stores and the mail took while it was refused counts as written. */
export async function send(
  world: World,
  probe: Probe,
  options: { cookie: string | undefined; english: boolean; app: Hono<Env> | undefined },
) {
  const { cookie, english, app } = options;
  let written = 0;
  const client = new Proxy(world.client, {
    get: (target, name) =>
      name === "send"
        ? async (command: Parameters<typeof target.send>[0]) => {
            const answer = await target.send(command);
            const { Key } = command.input as { Key?: { pk?: { S?: string } } };
            // That somebody tried is counted, whatever they sent.
            const counts = Key?.pk?.S?.startsWith("limit#");
            if (!counts && !/^(Get|BatchGet|Query|Scan)/.test(command.constructor.name)) written++;
            return answer;
          }
        : Reflect.get(target, name),
  });
  const outside = () => world.files.size + world.mails.length;
  const before = outside();
  const page = !probe.path.startsWith("/api");
  try {
    const answer = await call({ ctx: (actor) => world.ctx(actor, { client }) }, probe.method, probe.path, {
      ...probe.options,
      ...(app ? { app } : {}),
      headers: { "accept-language": english ? "en" : "zh-CN", ...probe.options.headers },
      ...(cookie ? { cookies: [...(probe.options.cookies ?? []), cookie] } : {}),
    });
    const spoken = page ? probe.path.startsWith("/en/") : english && !probe.options.headers?.["accept-language"];
    return { status: answer.status, trouble: troubleWith(answer, spoken, page, written + outside() - before) };
  } catch (error) {
    return { status: 0, trouble: `throws ${String(error)}` };
  }
}
