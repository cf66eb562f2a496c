import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { entity, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { SendingRules } from "./sending-schema.ts";

const Rules = entity<SendingRules, object>({
  type: "sending-rules",
  key: () => ({ pk: "setting#sending", sk: "setting" }),
});

export interface RulesView extends SendingRules {
  /** 0 before anybody set them. */
  readonly version: number;
}

export async function rulesNow(ctx: Ctx): Promise<RulesView> {
  const { cap, quiet, version } = (await Rules.find(ctx, {})) ?? { version: 0 };
  return { ...(cap ? { cap } : {}), ...(quiet ? { quiet } : {}), version };
}

export const seeSendingRules = command({ input: z.object({}), access: ["organiser", "auditor"], run: rulesNow });

/** Sets them for every mail that is not handed over yet. @throws DomainError `record.changed` */
export const setSendingRules = command({
  input: SendingRules.extend({ version: z.int().min(0) }),
  access: ["organiser"],
  async run(ctx, { version, cap, quiet }): Promise<{ version: number }> {
    const found = await Rules.find(ctx, {});
    if ((found?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    const rules = { cap, quiet };
    await save(ctx, found ? Rules.change(ctx, found, rules) : Rules.create(ctx, rules));
    return { version: version + 1 };
  },
});
