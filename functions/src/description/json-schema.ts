import * as z from "zod";

export interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  [keyword: string]: unknown;
}
type Named = Record<string, JsonSchema>;
type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

const largest = Number.MAX_SAFE_INTEGER;

/** Takes out what says nothing to a reader: the largest integers of JavaScript, the pattern behind a format. */
const plain: Override = ({ jsonSchema: json }) => {
  if (json.minimum === -largest) delete json.minimum;
  if (json.maximum === largest) delete json.maximum;
  if (json.format) delete json.pattern;
  delete json.readOnly;
};

/** What a text has to be once it is tidied, which is what people have to know of it: `line`, `Email` and their like tidy first. */
const tidied: Override = (of) => {
  const { zodSchema, jsonSchema } = of;
  const { def } = (zodSchema as { _zod: { def: { type: string; in?: z.ZodType; out?: z.ZodType } } })._zod;
  const out = def.type === "pipe" && jsonSchema.type === "string" && def.out instanceof z.ZodType ? def.out : undefined;
  if (out && out.def.type !== "transform") {
    const { $schema: _, ...after } = z.toJSONSchema(out, { io: "input", unrepresentable: "any", override: plain });
    if (after.type === "string") Object.assign(jsonSchema, after);
  }
  plain(of);
};

/** The JSON Schema (2020-12) of what a verb takes. */
export const inputSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any", override: tidied }) as JsonSchema;

/** The JSON Schema of an answer; schemas that have a name go into `named` and are referred to. No answer says more than its schema. */
export function answerSchema(schema: z.ZodType, named: Named): JsonSchema {
  const { $schema: _, $defs = {}, ...json } = z.toJSONSchema(schema, { io: "output", override: plain }) as JsonSchema;
  const referred = (value: object) =>
    JSON.parse(JSON.stringify(value).replaceAll("#/$defs/", "#/components/schemas/")) as JsonSchema;
  for (const [name, one] of Object.entries($defs as Named)) {
    const { id: _id, ...rest } = referred(one);
    named[name] = rest;
  }
  const { id, ...whole } = referred(json);
  if (typeof id !== "string") return whole;
  named[id] = whole;
  return { $ref: `#/components/schemas/${id}` };
}
