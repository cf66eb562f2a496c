import { offerSeats } from "@lingxi/core/activity/reactions";
import { subscriber } from "../subscriber.ts";

/** Offers what is free to the next in line, whenever a seat is freed or somebody joins the queue. */
export const handler = subscriber("offer-freed-seat", (ctx, { data }) =>
  offerSeats(ctx, { activityId: (data as { activityId: string }).activityId }),
);
