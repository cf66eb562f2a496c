import * as z from "zod";
import { briefDemands, type DemandBrief } from "../demand/reactions.ts";
import { ownMemberships, ownOrganisationView, thingsOfOrganisation } from "../organisation/index.ts";
import { type MembershipView, OrganisationRef, type OwnOrganisation } from "../organisation/schema.ts";
import { command } from "../platform/command.ts";
import { ownDigests } from "../platform/participant.ts";
import { briefProjects, type ProjectBrief } from "../project/reactions.ts";

/** The organisations that the participant belongs to, or asked to. */
export const listOwnOrganisations = command({
  input: z.object({}),
  access: "participant",
  run: async (ctx): Promise<{ items: MembershipView[] }> => ({ items: await ownMemberships(ctx) }),
});

/** One of them, with its people, and with the projects and needs that were submitted with its code. */
export const seeOwnOrganisation = command({
  input: OrganisationRef,
  access: "participant",
  async run(ctx, { code }): Promise<OwnOrganisation & { projects: ProjectBrief[]; demands: DemandBrief[] }> {
    const [organisation, things] = await Promise.all([ownOrganisationView(ctx, code), thingsOfOrganisation(ctx, code)]);
    const ids = (kind: string) => things.filter((thing) => thing.kind === kind).map(({ id }) => id);
    const people = ownDigests(ctx);
    const [projects, demands] = await Promise.all([
      briefProjects(ctx, ids("project"), people),
      briefDemands(ctx, ids("demand"), people),
    ]);
    return { ...organisation, projects, demands };
  },
});
