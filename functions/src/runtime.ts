import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { keysFrom, type Parts, runtime } from "@lingxi/core/platform/runtime";

/** One runtime a process, made at the first call, so that loading the module costs nothing but loading. */
export function lazyRuntime(parts: () => Promise<Omit<Parts, "client" | "keys">> = async () => ({})) {
  let made: Promise<ReturnType<typeof runtime>> | undefined;
  return () => {
    made ??= parts().then((more) =>
      runtime(process.env, { client: new DynamoDBClient({}), keys: keysFrom(process.env), ...more }),
    );
    return made;
  };
}
