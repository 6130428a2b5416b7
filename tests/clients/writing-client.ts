// A system of a State: it asks for a change with the types that openapi-typescript generated from /openapi/v1.json, and submits it.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/openapi";

async function main(root: string, token: string): Promise<void> {
  const client = createClient<paths>({ baseUrl: root, headers: { Authorization: `Bearer ${token}` } });
  const asked = {
    Id: "at-client-001",
    StateCode: "AT",
    Changes: [{ Kind: "Authority" as const, LineId: "AT-003", Act: "Change" as const, Fields: [{ Name: "OfficeHours", After: "Monday to Friday, 9 to 15" }] }],
    Source: { Kind: "NoteVerbale" as const, Reference: "A/17/2026", AsOf: "2026-11-01" },
  };

  const made = await client.POST("/ChangeRequests", { body: asked });
  const request: components["schemas"]["ChangeRequest"] = made.data!;
  assert.equal(made.response.status, 201);
  const status: "Draft" | "Submitted" | "Returned" | "Accepted" | "Withdrawn" | undefined = request.Status;
  assert.equal(status, "Draft");
  assert.equal((await client.POST("/ChangeRequests", { body: asked })).response.status, 200);

  const params = { path: { Id: "at-client-001" }, header: { "If-Match": made.response.headers.get("ETag")! } };
  const submitted = await client.POST("/ChangeRequests('{Id}')/Submit", { params, body: {} });
  assert.equal(submitted.data!.Status, "Submitted");
  assert.equal((await client.POST("/ChangeRequests('{Id}')/Submit", { params, body: {} })).response.status, 412);

  const wrong = await client.POST("/ChangeRequests", { body: { ...asked, Id: "at-client-002", Changes: [{ ...asked.Changes[0]!, Fields: [{ Name: "Website", After: "none" }] }] } });
  const error: components["schemas"]["Error"] = wrong.error!;
  assert.equal(error.error.details![0]!.target, "Changes/0/Fields/0/After");

  // @ts-expect-error There is no such act.
  assert.equal((await client.POST("/ChangeRequests", { body: { ...asked, Changes: [{ ...asked.Changes[0]!, Act: "Erase" }] } })).response.status, 400);
}

main(process.argv[2]!, process.argv[3]!).then(() => console.log("written"));
