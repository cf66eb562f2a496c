import { Duration } from "aws-cdk-lib";
import * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";

const sealed = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** A queue for what could not be handled, kept for two weeks. */
export function deadLetterQueue(scope: Construct, id: string, queueName: string, fifo = false): sqs.Queue {
  const queue = new sqs.Queue(scope, id, { ...sealed, ...named(queueName, fifo), retentionPeriod: Duration.days(14) });
  acknowledge(queue, "Serverless-SQSRedrivePolicy", "It is a dead-letter queue.");
  return queue;
}

export interface WorkQueueProps {
  readonly queueName: string;
  /** The function's, in seconds. */
  readonly timeout: number;
  readonly deadLetters: sqs.IQueue;
  /** In order, one batch at a time. */
  readonly fifo: boolean;
}

/** A queue before a function: a message is tried five times, then it goes to the dead letters. */
export function workQueue(scope: Construct, id: string, { queueName, timeout, deadLetters, fifo }: WorkQueueProps): sqs.Queue {
  return new sqs.Queue(scope, id, {
    ...sealed,
    ...named(queueName, fifo),
    ...(fifo ? { contentBasedDeduplication: true } : {}),
    // Six times the function's: AWS's advice, so that a message is not given out twice while it is worked on.
    visibilityTimeout: Duration.seconds(timeout * 6),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
}

const named = (queueName: string, fifo: boolean) => (fifo ? { queueName: `${queueName}.fifo`, fifo } : { queueName });
