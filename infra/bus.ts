import { envNames } from "@lingxi/core/platform/env";
import { Duration } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as sources from "aws-cdk-lib/aws-lambda-event-sources";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { subscriptions } from "../events/src/names.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Handler } from "./functions.ts";
import { deadLetterQueue, workQueue } from "./queue.ts";
import type { Settings } from "./settings.ts";

/** From a committed change to its reactions: stream → relay → bus → one rule, one queue and one function for each reaction. */
export class Bus extends Construct {
  readonly bus: events.EventBus;
  /** What each reaction, and the relay, could not handle: by its name. */
  readonly deadLetters = new Map<string, sqs.Queue>();
  readonly #settings: Settings;
  readonly #reactions: Construct;

  /** @param props.reactions the stack of what hears events: rules and queues stand with their functions */
  constructor(scope: Construct, id: string, { settings, reactions }: { settings: Settings; reactions: Construct }) {
    super(scope, id);
    this.#settings = settings;
    this.#reactions = new Construct(reactions, id);
    this.bus = new events.EventBus(this, "Bus", { eventBusName: `lingxi-${settings.stage}` });
    // What a reaction missed through a mistake can be sent again.
    this.bus.archive("Archive", { eventPattern: { source: ["lingxi"] }, retention: Duration.days(30) });
  }

  /**
   * Feeds a function from the table's stream, but for what the audit trail itself writes. A record that fails is cut out by halving and, after a day
   * of trying, kept aside.
   */
  readStream(table: dynamodb.ITable, reader: Handler): void {
    const failed = this.#deadLetters(this, reader.entry.name);
    acknowledge(failed, "AwsSolutions-SQS3", "It is the dead-letter queue of a stream, which no queue's redrive policy names.");
    reader.fn.addEventSource(
      new sources.DynamoEventSource(table, {
        startingPosition: lambda.StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        bisectBatchOnError: true,
        retryAttempts: 20,
        maxRecordAge: Duration.hours(23),
        onFailure: new sources.SqsDlq(failed),
        filters: [
          lambda.FilterCriteria.filter({
            dynamodb: { NewImage: { type: { S: [{ "anything-but": ["audit", "audit-head"] }] } } },
          }),
          lambda.FilterCriteria.filter({ eventName: lambda.FilterRule.isEqual("REMOVE") }),
        ],
      }),
    );
    acknowledge(
      reader.role,
      "AwsSolutions-IAM5[Resource::*]",
      "ListStreams, which Lambda wants for a stream, takes no resource.",
    );
  }

  /** Lets the relay put events on the bus. */
  grantPut(relay: Handler): void {
    relay.set(envNames.bus, this.bus.eventBusName);
    relay.allow(["events:PutEvents"], [this.bus.eventBusArn]);
  }

  /** Whether a reaction has something to hear in this deployment: without SES there is no mail feedback. */
  hears(name: string): boolean {
    return subscriptions[name]?.source !== "aws.ses" || this.#settings.mailTransport === "ses";
  }

  /** @throws Error when `events/src/names.ts` has no line for the reaction */
  subscribe(handler: Handler, configurationSet?: string): void {
    const { name } = handler.entry;
    const subscription = subscriptions[name];
    if (!subscription) throw new Error(`events/src/names.ts does not say what subscribers/${name}.ts hears.`);
    const { events: detailType, source = "lingxi", oneAtATime: fifo = false } = subscription;
    const deadLetters = this.#deadLetters(this.#reactions, name, fifo);
    // EventBridge keeps what it cannot deliver in a standard queue only.
    const undelivered = fifo ? this.#deadLetters(this.#reactions, `${name}-undelivered`) : deadLetters;
    if (fifo)
      acknowledge(
        undelivered,
        "AwsSolutions-SQS3",
        "It is the dead-letter queue of a rule, which no queue's redrive policy names.",
      );
    const { timeout } = handler.needs;
    const queue = workQueue(this.#reactions, `${name}-queue`, {
      queueName: `lingxi-${this.#settings.stage}-${name}`,
      timeout,
      deadLetters,
      fifo,
    });
    new events.Rule(this.#reactions, `${name}-rule`, {
      description: `${name}: ${detailType.length} events of ${source}`,
      // SES reaches the default bus only.
      ...(source === "lingxi" ? { eventBus: this.bus } : {}),
      eventPattern: {
        source: [source],
        detailType: [...detailType],
        ...(configurationSet && source === "aws.ses"
          ? { detail: { mail: { tags: { "ses:configuration-set": [configurationSet] } } } }
          : {}),
      },
      targets: [
        new targets.SqsQueue(queue, {
          deadLetterQueue: undelivered,
          retryAttempts: 20,
          maxEventAge: Duration.hours(23),
          ...(fifo ? { messageGroupId: name } : {}),
        }),
      ],
    });
    handler.fn.addEventSource(
      new sources.SqsEventSource(queue, {
        batchSize: 10,
        reportBatchItemFailures: true,
        ...(fifo ? {} : { maxConcurrency: 10 }),
      }),
    );
    acknowledge(
      handler.fn,
      "Serverless-LambdaEventSourceMappingDestination",
      "SQS has no such destination: the queue's redrive policy does it.",
    );
  }

  #deadLetters(scope: Construct, name: string, fifo = false): sqs.Queue {
    const queue = deadLetterQueue(scope, `${name}-dead-letters`, `lingxi-${this.#settings.stage}-${name}-dead-letters`, fifo);
    this.deadLetters.set(name, queue);
    return queue;
  }
}
