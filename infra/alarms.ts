import { Duration, Token } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as sns from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import type { Api } from "./api.ts";
import type { Handler } from "./functions.ts";
import type { Settings } from "./settings.ts";

/** `page`: people are affected now. `ticket`: look at it on the next working day. */
type Grade = "page" | "ticket";

interface Watch {
  readonly grade: Grade;
  /** Heading of its section in docs/runbook.md. */
  readonly section: string;
  readonly says: string;
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  /** How many of the last so many periods. */
  readonly of?: readonly [number, number];
}

/**
 * A name that we chose, as text. By a reference the stack of the alarms would import it, and nothing could be taken out of the other stack any more
 * before this one has forgotten it.
 */
function given(name: string | undefined): string {
  if (!name || Token.isUnresolved(name)) throw new Error("What is watched needs a name of its own.");
  return name;
}

const ofFunction = (fn: lambda.IFunction, metricName: string, options: cloudwatch.MetricOptions) =>
  new cloudwatch.Metric({
    namespace: "AWS/Lambda",
    metricName,
    dimensionsMap: { FunctionName: given((fn.node.defaultChild as lambda.CfnFunction).functionName) },
    ...options,
  });

export interface AlarmsProps {
  readonly settings: Settings;
  readonly key: kms.IKey;
}

/** Every alarm: named, graded, linked to what to do (docs/runbook.md), sent to one encrypted topic for each grade. */
export class Alarms extends Construct {
  readonly #topics: Readonly<Record<Grade, sns.Topic>>;
  readonly #stage: string;

  constructor(scope: Construct, id: string, { settings, key }: AlarmsProps) {
    super(scope, id);
    this.#stage = settings.stage;
    const topic = (grade: Grade) => {
      const made = new sns.Topic(this, grade, {
        topicName: `lingxi-${settings.stage}-${grade}`,
        masterKey: key,
        enforceSSL: true,
      });
      if (settings.alarmEmail) {
        made.addSubscription(new EmailSubscription(settings.alarmEmail));
        const subscription = made.node.findAll().find((child) => child instanceof sns.Subscription);
        if (subscription)
          acknowledge(
            subscription,
            "Serverless-SNSRedrivePolicy",
            "Mail to an operator: what could not be delivered is still seen in CloudWatch.",
          );
      }
      return made;
    };
    this.#topics = { page: topic("page"), ticket: topic("ticket") };
  }

  watchDeadLetters(name: string, queue: sqs.IQueue): void {
    const metric = new cloudwatch.Metric({
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensionsMap: { QueueName: given((queue.node.defaultChild as sqs.CfnQueue).queueName) },
      period: Duration.minutes(1),
      statistic: "Maximum",
    });
    const grade: Grade = name === "relay" || name.startsWith("send-") ? "page" : "ticket";
    this.#watch(`dead-letters-${name}`, {
      grade,
      section: "dead-letters",
      says: `${name} gave something up: it waits in its dead letters`,
      metric,
      threshold: 1,
    });
  }

  watchStream({ fn, entry }: Handler): void {
    const metric = ofFunction(fn, "IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" });
    this.#watch(`${entry.name}-late`, {
      grade: "page",
      section: `${entry.name}-late`,
      says: `changes wait over 5 minutes for ${entry.name === "relay" ? "their reactions" : "the audit trail"}`,
      metric,
      threshold: 300_000,
      of: [3, 5],
    });
  }

  watchFunction({ fn, entry }: Handler): void {
    const metric = ofFunction(fn, "Errors", { period: Duration.minutes(5), statistic: "Sum" });
    this.#watch(`errors-${entry.name}`, {
      grade: "ticket",
      section: "function-errors",
      says: `${entry.name} fails`,
      metric,
      threshold: 5,
    });
  }

  watchApi({ stage }: Api): void {
    const period = Duration.minutes(1);
    const errors = stage.metricServerError({ period, statistic: "Sum" });
    this.#watch("api-errors", {
      grade: "page",
      section: "api-errors",
      says: "the API answers 5xx",
      metric: errors,
      threshold: 5,
      of: [3, 5],
    });
    const latency = stage.metricLatency({ period, statistic: "p95" });
    this.#watch("api-slow", {
      grade: "ticket",
      section: "api-slow",
      says: "a twentieth of answers takes over 2 s",
      metric: latency,
      threshold: 2000,
      of: [5, 10],
    });
  }

  watchTable(table: dynamodb.Table): void {
    const metric = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/DynamoDB",
        metricName,
        dimensionsMap: { TableName: table.tableName },
        period: Duration.minutes(1),
        statistic: "Sum",
      });
    for (const [id, name] of [
      ["table-read-throttled", "ReadThrottleEvents"],
      ["table-write-throttled", "WriteThrottleEvents"],
    ] as const)
      this.#watch(id, {
        grade: "ticket",
        section: "table-throttled",
        says: "DynamoDB slows the product down",
        metric: metric(name),
        threshold: 10,
        of: [3, 5],
      });
    const operations = ["GetItem", "BatchGetItem", "PutItem", "Query", "UpdateItem", "TransactWriteItems"];
    const system = new cloudwatch.MathExpression({
      expression: operations.map((_, i) => `FILL(m${i}, 0)`).join(" + "),
      usingMetrics: Object.fromEntries(
        operations.map((Operation, i) => [
          `m${i}`,
          new cloudwatch.Metric({
            namespace: "AWS/DynamoDB",
            metricName: "SystemErrors",
            dimensionsMap: { TableName: table.tableName, Operation },
            statistic: "Sum",
          }),
        ]),
      ),
      label: "System errors",
      period: Duration.minutes(1),
    });
    this.#watch("table-errors", {
      grade: "page",
      section: "table-errors",
      says: "DynamoDB fails by itself",
      metric: system,
      threshold: 5,
      of: [3, 5],
    });
  }

  /** SES reviews an account at 5 % bounces or 0.1 % complaints; so these ring below. */
  watchMail(): void {
    const metric = (metricName: string) =>
      new cloudwatch.Metric({ namespace: "AWS/SES", metricName, period: Duration.hours(1), statistic: "Average" });
    this.#watch("mail-bounces", {
      grade: "page",
      section: "mail-reputation",
      says: "over 4 % of mail bounces",
      metric: metric("Reputation.BounceRate"),
      threshold: 0.04,
    });
    this.#watch("mail-complaints", {
      grade: "page",
      section: "mail-reputation",
      says: "over 0.08 % of mail is called spam",
      metric: metric("Reputation.ComplaintRate"),
      threshold: 0.0008,
    });
  }

  watchSchedules(group: string): void {
    const metric = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/Scheduler",
        metricName,
        dimensionsMap: { ScheduleGroup: group },
        period: Duration.minutes(5),
        statistic: "Sum",
      });
    this.#watch("schedules-failing", {
      grade: "ticket",
      section: "schedules",
      says: "the clock cannot start a job",
      metric: metric("TargetErrorCount"),
      threshold: 1,
      of: [2, 3],
    });
    this.#watch("schedules-dropped", {
      grade: "ticket",
      section: "schedules",
      says: "the clock gave a job up",
      metric: metric("InvocationDroppedCount"),
      threshold: 1,
    });
  }

  #watch(name: string, { grade, section, says, metric, threshold, of: [breaches, periods] = [1, 1] }: Watch): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmName: `lingxi-${this.#stage}-${grade}-${name}`,
      alarmDescription: `[${grade}] ${says}. What to do: docs/runbook.md#${section}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: breaches,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(this.#topics[grade]);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
