import { resolve } from "node:path";
import { Refusal } from "./refusal.ts";

export interface Settings {
  readonly port: number;
  /** The address to listen on. Only this machine by default. */
  readonly host: string;
  readonly dataDir: string;
  /** A DynamoDB-compatible endpoint instead of the embedded table. */
  readonly tableEndpoint: string | undefined;
  /** Whether the first start loads the sample data. */
  readonly samples: boolean;
}

/** Reads `PORT`, `HOST`, `DATA_DIR`, `DYNAMODB_ENDPOINT` and `--empty`. @throws Refusal */
export function readSettings(env: Readonly<Record<string, string | undefined>>, args: readonly string[]): Settings {
  const port = Number(env.PORT || 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal(
      `端口 PORT=${env.PORT} 不对：请用 1 到 65535 之间的整数。`,
      `PORT=${env.PORT} is not a port: use a whole number from 1 to 65535.`,
    );
  const unknown = args.find((arg) => arg !== "--empty");
  if (unknown !== undefined)
    throw new Refusal(
      `不认识参数 ${unknown}：只有 --empty（不装载示例数据）。`,
      `Unknown argument ${unknown}: there is only --empty (no sample data).`,
    );
  const tableEndpoint = env.DYNAMODB_ENDPOINT || undefined;
  if (tableEndpoint && !URL.canParse(tableEndpoint))
    throw new Refusal(
      `DYNAMODB_ENDPOINT=${tableEndpoint} 不是地址：请写成 http://127.0.0.1:8000 这样。`,
      `DYNAMODB_ENDPOINT=${tableEndpoint} is not an address: write it like http://127.0.0.1:8000.`,
    );
  return {
    port,
    host: env.HOST || "127.0.0.1",
    dataDir: resolve(env.DATA_DIR || ".data"),
    tableEndpoint,
    samples: !args.includes("--empty"),
  };
}
