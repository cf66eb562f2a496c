/**
 * Stands in for the SDK's chain of credential sources: a function has its credentials in the environment and nowhere else, and the chain
 * would be a fifth of its package.
 */
export const defaultProvider = () => (): Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }> => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) return Promise.reject(new Error("The environment has no AWS credentials."));
  return Promise.resolve({ accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) });
};
