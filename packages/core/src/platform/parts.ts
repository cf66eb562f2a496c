import { envNames, required } from "./env.ts";
import type { Objects } from "./objects.ts";
import type { Render } from "./render.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The files of the site and the private ones. */
export async function objects(env: Env): Promise<Objects> {
  const [{ S3Client }, { s3Objects }] = await Promise.all([import("@aws-sdk/client-s3"), import("./objects-s3.ts")]);
  const client = new S3Client({ forcePathStyle: env[envNames.objectsPathStyle] === "1" });
  return s3Objects(client, { site: required(env, envNames.siteBucket), private: required(env, envNames.privateBucket) });
}

/** The site's build as a renderer, loaded at the first page from where it was put beside the function. */
export function renderer(env: Env): Render {
  let loading: Promise<{ render: Render }> | undefined;
  return async (input) => {
    loading ??= import(required(env, envNames.renderer));
    return (await loading).render(input);
  };
}
