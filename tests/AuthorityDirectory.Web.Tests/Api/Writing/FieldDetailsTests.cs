using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Support;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>What is wrong with a request is said field by field, and nothing of it is kept.</summary>
public sealed class FieldDetailsTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    public static TheoryData<object, string> Faulty => new()
    {
        { Change("AT-001", "Website", "not a page"), "Changes/0/Fields/0/After NotAWebAddress" },
        { Change("AT-001", "Name", ""), "Changes/0/Fields/0/After Required" },
        { Change("AT-001", "Nmae", "x"), "Changes/0/Fields/0/Name UnknownField" },
        { Change("AT-001", "Nmae", ""), "Changes/0/Fields/0/Name UnknownField" },
        { Change("AT-001", "Kind", "Shop"), "Changes/0/Fields/0/After NotOnList" },
        { Change("AT-001", "Channels", "smoke"), "Changes/0/Fields/0/After NotAChannel" },
        { Change("AT-001", "OfficeHours", "a\u0000b"), "Changes/0/Fields/0/After ForbiddenCharacter" },
        { Change("AT-001", "OfficeHours", new string('x', 301)), "Changes/0/Fields/0/After TooLong" },
        { Change("AT-999", "OfficeHours", "x"), "Changes/0/LineId NoSuchLine" },
        { Change("FR-001", "OfficeHours", "x"), "Changes/0/LineId NoSuchLine" },
        { Change("AT-001", "Value", "x", kind: "ContactPoint"), "Changes/0/LineId NoSuchLine" },
        { new { Kind = "State", LineId = "AT", Act = "Remove" }, "Changes/0/Act NotForThisLine" },
        { new { Kind = "Authority", LineId = "new1", Act = "Add", Fields = new[] { new { Name = "Acronym", After = "AB" } } }, "Changes/0/Fields Required" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task Each_fault_has_its_place_its_kind_and_a_sentence(object change, string fault)
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");

        var answer = await state.PostAsync("ChangeRequests", Of(id, "AT", change));

        Assert.Equal(400, answer.Status);
        Assert.Contains(fault, answer.Faults);
        Assert.All(answer.Error.GetProperty("details").EnumerateArray(), detail => Assert.EndsWith(".", detail.GetProperty("message").GetString(), StringComparison.Ordinal));
        Assert.Equal(404, (await state.GetAsync(At(id))).Status);
    }

    [Fact]
    public async Task All_faults_are_told_at_once_in_the_places_that_the_client_knows()
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var answer = await state.PostAsync("ChangeRequests", new
        {
            Id = NewId(),
            StateCode = "AT",
            Reason = "a\u0001",
            Source = new { Kind = "NoteVerbale", Reference = "two\nlines" },
            Changes = new[]
            {
                Change("AT-001", "Kind", "Ministry"),
                new { Kind = "Authority", LineId = "AT-003", Act = "Change", Fields = new[] { new { Name = "Acronym", After = "OK" }, new { Name = "TimeZone", After = "Vienna" }, new { Name = "CountryCode", After = "XX" } } },
            },
        });

        Assert.Equal(400, answer.Status);
        Assert.Equal(["Changes/1/Fields/1/After NotATimeZone", "Changes/1/Fields/2/After NotACountry", "Reason ForbiddenCharacter", "Source/Reference LineBreak"], answer.Faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{"Id":"x","StateCode":"AT"}""", "Changes MissingValue", "Source MissingValue")]
    [InlineData("""{"Id":"at-form-001","StateCode":"AT","Status":"Accepted","Changes":[],"Source":{"Kind":"Rumour"}}""", "Changes MissingValue", "Source/Kind InvalidValue", "Status UnknownName")]
    public async Task A_body_of_another_form_is_refused_by_its_members(string body, params string[] faults)
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var answer = await state.PostAsync("ChangeRequests", body);

        Assert.Equal(400, answer.Status);
        Assert.Equal(faults, answer.Faults.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("at", 400)]
    [InlineData("fr-2026-17", 400)]
    [InlineData("AT-2026-17", 400)]
    [InlineData("at-2026/17", 400)]
    [InlineData("at-2026-17", 201)]
    public async Task An_id_begins_with_its_State_so_that_no_State_can_take_the_ids_of_another(string id, int status)
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        Assert.Equal(status, (await state.PostAsync("ChangeRequests", Hours(id))).Status);
    }

    [Fact]
    public async Task What_the_directory_says_already_is_no_request()
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var answer = await state.PostAsync("ChangeRequests", Of(NewId(), "AT", Change("AT-001", "OfficeHours", "")));

        Assert.Equal(400, answer.Status);
        Assert.Contains("already", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_without_a_date_is_kept_as_a_draft_and_cannot_be_submitted()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        await state.PostAsync("ChangeRequests", new { Id = id, StateCode = "AT", Changes = new[] { Change("AT-001", "OfficeHours", "x") }, Source = new { Kind = "NoteVerbale" } });

        var answer = await state.InvokeAsync(At(id), "Submit");

        Assert.Equal(400, answer.Status);
        Assert.Contains("reference and a date", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
