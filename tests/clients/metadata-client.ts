// A client that odata2ts generated from $metadata: sets, properties and members of enumerations are checked when it is compiled.
import assert from "node:assert/strict";
import { FetchClient } from "@odata2ts/http-client-fetch";
import { DirectoryService } from "./generated/DirectoryService";
import { Freshness, Function, Instrument } from "./generated/DirectoryModel";

async function main(root: string): Promise<void> {
  const directory = new DirectoryService(new FetchClient(), root);

  const parties = await directory.States().query((q, s) =>
    q.select("Code", "Name", "ConventionStatus").filter(s.ConventionStatus.eq("Party"), s.Name.props.En.startsWith("A")).orderBy(s.Code.desc()).count().top(3));
  assert.equal(parties.data.value.length, 3);
  assert.ok(Number(parties.data["@odata.count"]) > 3);
  assert.ok(parties.data.value.every(state => state.Name.En.startsWith("A") && state.ConventionStatus === "Party"));

  const austria = await directory.States("AT").query(q => q.expand("Authorities"));
  assert.equal(austria.data.Alpha3, "AUT");
  assert.ok(austria.data.Authorities!.every(authority => authority.StateCode === "AT"));

  const central = await directory.Designations().query((q, d) =>
    q.filter(d.Function.eq(Function.MutualLegalAssistance), d.Instrument.eq(Instrument.NationalLaw).or(d.State.props.Code.eq("AT"))).expanding("Authority", a => a.select("Id", "Name")));
  assert.ok(central.data.value.length > 0);
  assert.ok(central.data.value.every(designation => designation.Authority!.Name.length > 0));

  const withMutualAssistance = await directory.Authorities().query((q, a) =>
    q.filter(a.Designations.any(d => d.Function.eq(Function.MutualLegalAssistance)), a.Freshness.eq(Freshness.NeverConfirmed)).count().top(0));
  assert.ok(Number(withMutualAssistance.data["@odata.count"]) > 0);

  const contacts = await directory.Authorities("AL-001").ContactPoints().query((q, c) => q.orderBy(c.Id.asc()));
  assert.ok(contacts.data.value.every(contact => contact.AuthorityId === "AL-001"));

  // @ts-expect-error A State has no such property.
  await assert.rejects(directory.States().query((q, s) => q.filter(s.Nme.eq("Austria"))));

  const itself = await directory.Directory().query();
  assert.match(itself.data.AsOf, /^\d{4}-\d\d-\d\d$/);
}

main(process.argv[2]!).then(() => console.log("read"));
