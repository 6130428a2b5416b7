// A client with the types that openapi-typescript generated from /openapi/v1.json: paths, options and answers are checked when it is compiled.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/openapi";

async function main(root: string): Promise<void> {
  const client = createClient<paths>({ baseUrl: root });

  const list = await client.GET("/States", { params: { query: { $filter: "ConventionStatus eq 'Party'", $orderby: "Code desc", $top: 3, $count: true, $expand: "Authorities($top=1)" } } });
  const states: components["schemas"]["State"][] = list.data!.value;
  assert.equal(states.length, 3);
  assert.equal(list.data!["@odata.count"], 190);
  const status: "Party" | "Signatory" | "NonParty" | undefined = states[0]!.ConventionStatus;
  assert.equal(status, "Party");

  const one = await client.GET("/Authorities('{Id}')", { params: { path: { Id: "AT-003" }, query: { $expand: "ContactPoints" } } });
  const email: string | null | undefined = one.data!.Email;
  assert.equal(one.data!.Id, "AT-003");
  assert.ok(email === null || email!.includes("@"));

  const count = await client.GET("/Designations/$count", { params: { query: { $filter: "Function eq 'MutualLegalAssistance'" } }, parseAs: "text" });
  assert.equal(count.data, "44" as unknown);

  const missing = await client.GET("/States('{Code}')", { params: { path: { Code: "ZZ" } } });
  const error: components["schemas"]["Error"] = missing.error!;
  assert.equal(missing.response.status, 404);
  assert.match(error.error.message, /ZZ/);

  const again = await client.GET("/Channels", { params: { header: { "If-None-Match": (await client.GET("/Channels")).response.headers.get("ETag")! } } });
  assert.equal(again.response.status, 304);

  // @ts-expect-error There is no such path.
  assert.equal((await client.GET("/Stats")).response.status, 404);

  const itself = await client.GET("/Directory");
  assert.match(itself.data!.AsOf!, /^\d{4}-\d\d-\d\d$/);
}

main(process.argv[2]!).then(() => console.log("read"));
