using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>What becomes of requests that systems make.</summary>
public sealed class ChangeRequestTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    [Fact]
    public async Task A_request_is_made_submitted_and_accepted_and_then_the_directory_says_what_it_asked_for()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);

        var made = await state.PostAsync("ChangeRequests", Hours(id, "By day"));
        var submitted = await state.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!));
        var accepted = await secretariat.PostAsync($"{At(id)}/Accept", null, ("If-Match", (await secretariat.GetAsync(At(id))).Tag!));

        Assert.Equal((201, "Draft", "0"), (made.Status, made["Status"], made["Revision"]));
        Assert.EndsWith($"/odata/{At(id)}", made.Headers["Location"], StringComparison.Ordinal);
        Assert.Equal("private, no-cache", made.Headers["Cache-Control"]);
        Assert.Equal((200, "Submitted", "FocalPoint"), (submitted.Status, submitted["Status"], submitted["SubmittedByRole"]));
        Assert.Equal((200, "Accepted", "2026-11-02"), (accepted.Status, accepted["Status"], accepted["AppliedOn"]));
        Assert.Equal("By day", (await state.GetAsync("Authorities('AT-001')"))["OfficeHours"]);
    }

    [Fact]
    public async Task What_the_directory_says_is_filled_in_as_what_it_was()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var made = await state.PostAsync("ChangeRequests", Of(id, "AT", Change("AT-003", "Name", "Ministry of Justice")));

        var line = made.Json.GetProperty("Changes")[0];
        Assert.Equal("AT-003", line.GetProperty("RecordId").GetString());
        Assert.Equal(Name("AT-003"), line.GetProperty("Fields")[0].GetProperty("Before").GetString());
    }

    [Fact]
    public async Task A_request_is_returned_with_a_reason_and_may_be_submitted_again_or_withdrawn()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);
        await state.PostAsync("ChangeRequests", Hours(id));
        await state.InvokeAsync(At(id), "Submit");

        var without = await secretariat.InvokeAsync(At(id), "Return");
        var blank = await secretariat.InvokeAsync(At(id), "Return", new { reason = " " });
        var returned = await secretariat.InvokeAsync(At(id), "Return", new { reason = "Which note is this?" });
        var again = await state.InvokeAsync(At(id), "Submit");
        var withdrawn = await state.InvokeAsync(At(id), "Withdraw", new { reason = "Another follows." });
        var late = await secretariat.InvokeAsync(At(id), "Accept");

        Assert.Equal("reason", without.Error.GetProperty("target").GetString());
        Assert.Equal((400, 400), (without.Status, blank.Status));
        Assert.Equal(("Returned", "Which note is this?"), (returned["Status"], returned["DecisionReason"]));
        Assert.Equal(("Submitted", ""), (again["Status"], again["DecisionReason"]));
        Assert.Equal((200, "Withdrawn"), (withdrawn.Status, withdrawn["Status"]));
        Assert.Equal((409, "Conflict"), (late.Status, late.Error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_draft_that_is_withdrawn_is_gone()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        await state.PostAsync("ChangeRequests", Hours(id));

        Assert.Equal(200, (await state.InvokeAsync(At(id), "Withdraw")).Status);
        Assert.Equal(404, (await state.GetAsync(At(id))).Status);
    }

    [Fact]
    public async Task The_same_again_is_the_same_and_another_content_under_one_id_is_refused_whatever_has_become_of_it()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);
        var statuses = new List<int> { (await state.PostAsync("ChangeRequests", Hours(id))).Status };
        foreach (var (who, act) in new[] { (state, "Submit"), (secretariat, "Accept"), (secretariat, "") })
        {
            statuses.Add((await state.PostAsync("ChangeRequests", Hours(id))).Status);
            statuses.Add((await state.PostAsync("ChangeRequests", Hours(id, "At night"))).Status);
            statuses.Add((await state.PostAsync("ChangeRequests", Of(id, "AT", Change("AT-001", "OfficeHours", $"By the request {id}"), Change("AT-003", "Acronym", "XY")))).Status);
            statuses.Add(act.Length == 0 ? 0 : (await who.InvokeAsync(At(id), act)).Status);
        }

        Assert.Equal([201, 200, 409, 409, 200, 200, 409, 409, 200, 200, 409, 409, 0], statuses);
    }

    [Fact]
    public async Task Two_that_are_sent_at_once_make_one()
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        for (var i = 0; i < 5; i++)
        {
            var id = NewId();
            var (same, other) = (Hours(id), Hours(id, "At night"));
            var answers = await Task.WhenAll(state.PostAsync("ChangeRequests", same), state.PostAsync("ChangeRequests", same));
            var third = await state.PostAsync("ChangeRequests", other);

            Assert.All(answers, answer => Assert.InRange(answer.Status, 200, 201));
            Assert.Contains(answers, answer => answer.Status == 201);
            Assert.Equal(409, third.Status);
            Assert.Single(answers.Select(answer => answer.Tag).Distinct());
        }
    }

    [Fact]
    public async Task Of_two_that_submit_at_once_one_does_and_the_other_hears_that_it_was_done()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var other = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var made = await state.PostAsync("ChangeRequests", Hours(id));

        var answers = await Task.WhenAll(new[] { state, other }.Select(each => each.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!))));
        var statuses = answers.Select(answer => answer.Status).Order().ToList();

        Assert.Equal(200, statuses[0]);
        Assert.Equal(412, statuses[1]);
        Assert.Equal(1, host.Services.GetRequiredService<CurrentSnapshot>().Value.Register.RequestRevision(id));
    }

    [Theory]
    [InlineData("Submit", null, 428)]
    [InlineData("Submit", "W/\"0123456789abcdef\"", 412)]
    [InlineData("Withdraw", null, 428)]
    [InlineData("Submit", "*", 200)]
    [InlineData("Submit", "tag", 200)]
    public async Task An_act_needs_the_tag_of_what_was_looked_at(string act, string? tag, int status)
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var made = await state.PostAsync("ChangeRequests", Hours(id));

        var answer = await state.PostAsync($"{At(id)}/{act}", null, tag is null ? [] : [("If-Match", tag == "tag" ? made.Tag! : tag)]);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_a_conflict_at_the_fields_that_it_is_about()
    {
        var (first, second) = (NewId(), NewId());
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);
        foreach (var (id, name) in new[] { (first, "One"), (second, "Two") })
        {
            await state.PostAsync("ChangeRequests", Of(id, "AT", Change("AT-001", "Acronym", name)));
        }

        await state.InvokeAsync(At(first), "Submit");
        await secretariat.InvokeAsync(At(first), "Accept");
        var late = await state.InvokeAsync(At(second), "Submit");
        var believed = await state.PostAsync("ChangeRequests", Of(NewId(), "AT", Change("AT-001", "Acronym", "Three", before: "Zero")));

        Assert.Equal((409, 409), (late.Status, believed.Status));
        Assert.Equal(["Changes/0/Fields/0/Before ChangedMeanwhile"], late.Faults);
        Assert.Equal(["Changes/0/Fields/0/Before ChangedMeanwhile"], believed.Faults);
        Assert.Equal("Draft", (await state.GetAsync(At(second)))["Status"]);
    }

    [Fact]
    public async Task The_Secretariat_may_act_for_a_State_and_the_ledger_says_in_which_role()
    {
        var id = NewId("FR");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);
        await secretariat.PostAsync("ChangeRequests", Of(id, "FR", new { Kind = "Authority", LineId = "new1", Act = "Add", Fields = new[] { new { Name = "Name", After = "An office" } } }));

        Assert.Equal("Secretariat", (await secretariat.InvokeAsync(At(id), "Submit"))["SubmittedByRole"]);
    }

    [Fact]
    public async Task A_line_is_added_to_a_new_authority_and_another_removed()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);
        var answer = await state.PostAsync("ChangeRequests", Of(id, "AT",
            new { Kind = "ContactPoint", RecordId = "new1", LineId = "new2", Act = "Add", Fields = new object[] { new { Name = "Kind", After = "Email" }, new { Name = "Value", After = "new@example.org" } } },
            new { Kind = "Authority", LineId = "new1", Act = "Add", Fields = new[] { new { Name = "Name", After = "A new office" } } }));
        await state.InvokeAsync(At(id), "Submit");
        await secretariat.InvokeAsync(At(id), "Accept");
        var contact = (await state.GetAsync("ContactPoints?$filter=Value eq 'new@example.org'")).Json.GetProperty("value")[0].GetProperty("Id").GetString()!;

        var removal = NewId();
        var made = await state.PostAsync("ChangeRequests", Of(removal, "AT", new { Kind = "ContactPoint", LineId = contact, Act = "Remove" }));
        await state.InvokeAsync(At(removal), "Submit");
        await secretariat.InvokeAsync(At(removal), "Accept");

        Assert.Equal(201, answer.Status);
        Assert.Contains("new@example.org", made.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await state.GetAsync($"ContactPoints('{contact}')")).Status);
    }

    [Theory]
    [InlineData("PATCH", "ChangeRequests('at-test-0001')", "GET, HEAD")]
    [InlineData("DELETE", "Authorities('AT-001')", "GET, HEAD")]
    [InlineData("POST", "Authorities", "GET, HEAD")]
    [InlineData("GET", "Authorities('AT-001')/Confirm", "POST")]
    public async Task What_cannot_be_done_is_said_with_what_can(string method, string path, string allow)
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var answer = await state.SendAsync(new(method), path, method == "GET" ? null : "{}");

        Assert.Equal((405, allow), (answer.Status, answer.Headers.GetValueOrDefault("Allow") ?? ""));
    }

    [Fact]
    public async Task A_batch_sees_what_it_wrote()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var tag = (await state.GetAsync("Authorities('AT-003')")).Tag!;
        var answer = await state.PostAsync("$batch", new
        {
            requests = new object[]
            {
                new { id = "1", method = "POST", url = "ChangeRequests", headers = new Dictionary<string, string> { ["Content-Type"] = "application/json" }, body = Hours(id) },
                new { id = "2", method = "POST", url = $"{At(id)}/Submit", headers = new Dictionary<string, string> { ["If-Match"] = "*" } },
                new { id = "3", method = "GET", url = $"{At(id)}/Status" },
                new { id = "4", method = "POST", url = "Authorities('AT-003')/Confirm", headers = new Dictionary<string, string> { ["If-Match"] = tag } },
                new { id = "5", method = "GET", url = "Authorities('AT-003')/ConfirmedOn" },
            },
        });

        var answers = answer.Json.GetProperty("responses").EnumerateArray().ToList();
        Assert.Equal([201, 200, 200, 200, 200], answers.Select(each => each.GetProperty("status").GetInt32()));
        Assert.Equal("Submitted", answers[2].GetProperty("body").GetProperty("value").GetString());
        Assert.Equal("2026-11-02", answers[4].GetProperty("body").GetProperty("value").GetString());
    }

    private string Name(string authority) => host.Services.GetRequiredService<CurrentSnapshot>().Value.View(Audience.Public).Authority(authority)!.Record.Name;
}
