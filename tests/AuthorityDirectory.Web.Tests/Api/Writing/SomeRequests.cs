namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>Requests as systems send them.</summary>
internal static class SomeRequests
{
    private static int _count;

    /// <summary>An id that no other test has.</summary>
    public static string NewId(string state = "AT") => $"{state.ToLowerInvariant()}-test-{Interlocked.Increment(ref _count):D4}";

    /// <summary>A note verbale.</summary>
    public static object Note => new { Kind = "NoteVerbale", Reference = "A/17/2026", AsOf = "2026-11-01" };

    /// <summary>One field of one line.</summary>
    public static object Change(string line, string field, string after, string kind = "Authority", string? before = null) =>
        new { Kind = kind, LineId = line, Act = "Change", Fields = new[] { new { Name = field, Before = before, After = after } } };

    /// <summary>A request on a note verbale.</summary>
    public static object Of(string id, string state, params object[] changes) => new { Id = id, StateCode = state, Changes = changes, Source = Note };

    /// <summary>A request that gives an authority of Austria office hours, its own unless others are said.</summary>
    public static object Hours(string id, string? hours = null) => Of(id, "AT", Change("AT-001", "OfficeHours", hours ?? $"By the request {id}"));

    /// <summary>Where a request is.</summary>
    public static string At(string id) => $"ChangeRequests('{id}')";
}
