import { describe, expect, it } from "vitest";
import { findEntries } from "../../infra/entries.ts";
import { statementsOf, synthesise, treeRoot } from "./support.ts";

const root = treeRoot();
const { data, app, alarms, findings } = synthesise(
  { region: "cn-north-1", domainName: "lingxi.example.cn", certificate: "ASCAEXAMPLEID" },
  root,
);
const text = JSON.stringify([data.toJSON(), app.toJSON(), alarms.toJSON()]);
const types = new Set(
  Object.values((app.toJSON() as { Resources: Record<string, { Type: string }> }).Resources).map(({ Type }) => Type),
);

describe("in China", () => {
  it("names no other partition", () => {
    expect(text).not.toContain("arn:aws:");
    expect(text).toMatch(/"AWS::Partition"|arn:aws-cn:/);
  });

  it("asks for nothing that is not there: SES, CloudFront functions, origin access control, ACM, HTTP/3", () => {
    expect([...types].filter((type) => type.startsWith("AWS::SES::"))).toEqual([]);
    for (const type of ["AWS::CloudFront::Function", "AWS::CloudFront::OriginAccessControl"]) expect(types).not.toContain(type);
    app.hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: ["lingxi.example.cn"],
        HttpVersion: "http2",
        IPV6Enabled: false,
        ViewerCertificate: {
          IamCertificateId: "ASCAEXAMPLEID",
          MinimumProtocolVersion: "TLSv1.2_2021",
          SslSupportMethod: "sni-only",
        },
      },
    });
  });

  it("sends mail through the SMTP server of the secret, and leaves out the reaction to SES", () => {
    app.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "lingxi-test-send-ticket",
      Environment: {
        Variables: { MAIL_TRANSPORT: "smtp", SMTP_URL: "{{resolve:secretsmanager:lingxi/test/smtp-url:SecretString:::}}" },
      },
    });
    const names = Object.values(app.findResources("AWS::Lambda::Function")).map(
      ({ Properties }) => (Properties as { FunctionName: string }).FunctionName,
    );
    const expected = findEntries(root).filter(({ name }) => name !== "record-mail-feedback");
    expect(names).toHaveLength(new Set(names).size);
    expect(new Set(names)).toEqual(new Set(["pages", ...expected.map(({ name }) => name)].map((name) => `lingxi-test-${name}`)));
    expect(
      statementsOf(app)
        .flatMap(({ actions }) => actions)
        .filter((action) => action.startsWith("ses:")),
    ).toEqual([]);
    const watched = JSON.stringify(alarms.findResources("AWS::CloudWatch::Alarm"));
    expect(watched).toContain("AWS/DynamoDB");
    expect(watched).not.toContain("AWS/SES");
  });

  it("leaves nothing for cdk-nag", () => expect(findings).toEqual([]));
});
