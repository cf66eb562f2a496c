import { talentLink } from "../../packages/core/src/talent/link.ts";
import type { World } from "./embedded.ts";

/** The token of the private link that the mail to this person holds. */
export const talentTokenOf = (world: Pick<World, "ctx">, talentId: string, email: string): string =>
  talentLink.token(world.ctx(), { id: talentId, person: world.ctx().keys.digest("person", email) });
