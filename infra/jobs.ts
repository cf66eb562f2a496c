import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as scheduler from "aws-cdk-lib/aws-scheduler";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Handler } from "./functions.ts";
import { deadLetterQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";

/** What a clock starts: one schedule for each job, in Beijing time, with its own role that may call that one function. */
export class Jobs extends Construct {
  readonly group: string;
  /** Calls that could not be made, and calls that failed for good. */
  readonly deadLetters: sqs.Queue;
  readonly #group: scheduler.CfnScheduleGroup;

  constructor(scope: Construct, id: string, { settings }: { settings: Settings }) {
    super(scope, id);
    this.group = `lingxi-${settings.stage}`;
    this.#group = new scheduler.CfnScheduleGroup(this, "Group", { name: this.group });
    this.deadLetters = deadLetterQueue(this, "DeadLetters", `lingxi-${settings.stage}-jobs-dead-letters`);
  }

  schedule(handler: Handler): void {
    const { name, schedule } = handler.entry;
    if (!schedule) throw new Error(`${handler.entry.file} has no schedule.`);
    const stack = Stack.of(this);
    const role = new iam.Role(this, `${name}-role`, {
      assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", {
        conditions: {
          StringEquals: {
            "aws:SourceAccount": stack.account,
            "aws:SourceArn": stack.formatArn({ service: "scheduler", resource: "schedule-group", resourceName: this.group }),
          },
        },
      }),
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [handler.fn.functionArn] }));
    role.addToPolicy(new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: [this.deadLetters.queueArn] }));
    const clock = new scheduler.CfnSchedule(this, `${name}-schedule`, {
      name: `lingxi-${name}`,
      groupName: this.group,
      scheduleExpression: schedule,
      scheduleExpressionTimezone: "Asia/Shanghai",
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: handler.fn.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: this.deadLetters.queueArn },
        // The next tick does what this one could not.
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 300 },
      },
    });
    clock.addResourceDependency(this.#group);
  }
}
