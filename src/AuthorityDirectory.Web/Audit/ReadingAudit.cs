using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Hosting;
using Refusal = AuthorityDirectory.OData.Writing.Refusal;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Notes of each answer that shows somebody what not everybody may see, before it is given.</summary>
public static class ReadingAudit
{
    /// <summary>How long to wait when it cannot be noted.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    /// <summary>Adds the record of reading and what the audit page asks.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(AuditOptions.From(configuration)).AddSingleton<ReadingJournal>().AddSingleton<ReadingLog>()
        .AddSingleton<ReadingUpkeep>().AddHostedService(provider => provider.GetRequiredService<ReadingUpkeep>())
        .AddScoped<AuditTrail>();

    /// <summary>Notes before a page is made. When it cannot be noted, a profile shows what everybody sees, and what is made of nothing else answers 503.</summary>
    public static IApplicationBuilder UseReadingAudit(this IApplicationBuilder application) => application.Use(async (context, next) =>
    {
        var current = context.RequestServices.GetRequiredService<CurrentView>();
        if (context.RequestServices.GetRequiredService<Caller>().Account is { } account && Disclosure.Of(context, current) is { } shown && !await IsNotedAsync(context, account, shown.Means, shown.What))
        {
            if (!shown.HasPublicView)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = $"{Wait.TotalSeconds}";
                return;
            }

            current.Withhold();
        }

        await next(context);
    });

    /// <summary>Notes before a request of the API is answered, and refuses it when that cannot be noted: a system must not take what the public sees for what it may see.</summary>
    public static async ValueTask<Refusal?> BeforeAnswerAsync(HttpContext context, string asked)
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        return caller.Account is not { } account || caller.Audience == Audience.Public || Disclosure.OfData(asked) is not { } what || await IsNotedAsync(context, account, Means.Api, what)
            ? null
            : Refusal.Unavailable("Who sees what is not public is noted, and that cannot be done now: send the same request again, or without a token for what is public.", Wait);
    }

    private static async Task<bool> IsNotedAsync(HttpContext context, Account account, Means means, string what)
    {
        try
        {
            await context.RequestServices.GetRequiredService<ReadingJournal>().NoteAsync(new(account.Id, account.Role, means, what));
            return true;
        }
        catch (LedgerUnavailableException error)
        {
            context.RequestServices.GetRequiredService<ILogger<ReadingJournal>>().ReadingNotNoted(error);
            return false;
        }
    }
}
