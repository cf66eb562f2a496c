import type { GatewayAnswer, GatewayEvent } from "../../../packages/local/src/gateway-event.ts";

export const handler = async (event: GatewayEvent): Promise<GatewayAnswer> => ({
  statusCode: 200,
  body: `editing ${event.rawPath}`,
});
