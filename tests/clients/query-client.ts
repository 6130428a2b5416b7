// A client that builds its queries with odata-query and sends them with fetch.
import assert from "node:assert/strict";
import buildQuery from "odata-query";

async function main(root: string): Promise<void> {
  const ask = async (set: string, query: object): Promise<any> => {
    const response = await fetch(`${root}/${set}${buildQuery(query)}`, { headers: { Accept: "application/json" } });
    assert.equal(response.status, 200, `${response.url} answered ${response.status}`);
    return response.json();
  };

  const first = await ask("States", { select: ["Code", "Name"], orderBy: ["Code"], top: 2, skip: 1, count: true });
  assert.equal(first["@odata.count"], 198);
  assert.deepEqual(first.value.map((state: any) => state.Code), ["AE", "AF"]);

  const nested = await ask("States", { filter: { Code: "AT" }, expand: { Authorities: { select: ["Id", "Name"], orderBy: "Id", top: 2, expand: "Designations" } } });
  assert.equal(nested.value[0].Authorities.length, 2);
  assert.ok(Array.isArray(nested.value[0].Authorities[0].Designations));

  const combined = await ask("Authorities", {
    filter: { and: [{ "tolower(Name)": { contains: "justice" } }, { or: [{ Kind: "Ministry" }, { Kind: "Prosecution" }] }, { not: [{ Email: null }] }] },
    orderBy: "Name desc",
  });
  assert.ok(combined.value.length > 0);
  assert.ok(combined.value.every((authority: any) => authority.Name.toLowerCase().includes("justice") && authority.Email !== null));

  const some = await ask("States", { filter: { Designations: { any: [{ Function: "AssetRecovery" }, { Instrument: { ne: "Uncac" } }] } }, select: "Code" });
  assert.ok(some.value.length > 0);

  const listed = await ask("States", { filter: { Code: { in: ["AT", "PL", "ZZ"] } }, orderBy: ["Code", "desc"].join(" ") });
  assert.deepEqual(listed.value.map((state: any) => state.Code), ["PL", "AT"]);

  const dated = await ask("States", { filter: { ConsentOn: { ge: { type: "raw", value: "2006-01-01" }, lt: { type: "raw", value: "2007-01-01" } } } });
  assert.ok(dated.value.length > 0 && dated.value.every((state: any) => state.ConsentOn.startsWith("2006-")));

  const found = await ask("Authorities", { search: "justice", top: 1 });
  assert.equal(found.value.length, 1);

  const one = await ask("Authorities", { key: "AT-003", expand: ["State", "ContactPoints"] });
  assert.equal(one.State.Code, "AT");

  const counted = await fetch(`${root}/States${buildQuery({ count: { ConventionStatus: "Party" } })}`);
  assert.equal(await counted.text(), "190");
}

main(process.argv[2]!).then(() => console.log("read"));
