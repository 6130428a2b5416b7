using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Tests.Updates;

public sealed class RemindersTests
{
    public static TheoryData<string, string, string> Cases => CaseFile.TriplesBeside("reminders.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_entry_is_reminded_of_on_its_dates(string confirmed, string day, string expected) =>
        Assert.Equal(expected, Text(Reminders.On(Entry(confirmed.Split(' ')), Day(day)!.Value)));

    [Theory]
    [InlineData(AuthorityStatus.Closed)]
    [InlineData(AuthorityStatus.Merged)]
    public void A_body_that_is_no_more_is_not_asked_for(AuthorityStatus status) =>
        Assert.Null(Reminders.On(Entry(["2020-01-01", "2020-01-01", "never"]) with { Status = status }, new(2026, 11, 2)));

    [Fact]
    public void A_designation_that_has_ended_needs_no_confirmation()
    {
        var entry = Entry(["2026-06-01", "2020-01-01", "2026-06-01"]);
        var ended = entry with { Designations = [entry.Designations[0] with { ValidTo = new(2026, 11, 1) }] };

        Assert.Null(Reminders.On(ended, new(2026, 11, 2)));
        Assert.NotNull(Reminders.On(ended, new(2026, 11, 1)));
    }

    private static Authority Entry(string[] confirmed) => Some.Authority() with
    {
        ConfirmedOn = Day(confirmed[0]),
        Designations = [Some.Designation() with { ConfirmedOn = Day(confirmed[1]) }],
        ContactPoints = [Some.Contact("AT-001-c1", ContactKind.Email, "office@example.org", Audience.Secretariat) with { ConfirmedOn = Day(confirmed[2]) }],
    };

    private static string Text(Reminder? reminder) => reminder is null ? "none"
        : $"{reminder.Stage} {reminder.ConfirmedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-"} {string.Join(' ', reminder.Lines)}";

    private static DateOnly? Day(string text) => text == "never" ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
