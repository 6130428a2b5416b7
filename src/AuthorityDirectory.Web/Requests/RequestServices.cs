using AuthorityDirectory.Web.Requests.Forms;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Registers what the desks of the States and of the Secretariat share.</summary>
public static class RequestServices
{
    /// <summary>Adds drafts, papers, letters about what was returned, and the words for lines, fields and faults.</summary>
    /// <exception cref="Hosting.StartRefusedException">A setting is wrong; the message says which, and what is allowed.</exception>
    public static IServiceCollection AddRequests(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ReviewOptions.From(configuration)).AddSingleton<ReturnLetters>()
        .AddSingleton<RequestDrafts>().AddSingleton<Attachments>()
        .AddScoped<FieldWords>().AddScoped<FaultWords>().AddScoped<LineWords>()
        .AddScoped<StateDesk>().AddScoped<DeskLinks>().AddScoped<FieldChoices>();
}
