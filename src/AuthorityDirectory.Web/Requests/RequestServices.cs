using AuthorityDirectory.Web.Requests.Forms;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Registers what the desks of the States and of the Secretariat share.</summary>
public static class RequestServices
{
    /// <summary>Adds drafts, papers and the words for lines, fields and faults.</summary>
    public static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<RequestDrafts>().AddSingleton<Attachments>()
        .AddScoped<FieldWords>().AddScoped<FaultWords>().AddScoped<LineWords>()
        .AddScoped<StateDesk>().AddScoped<DeskLinks>().AddScoped<FieldChoices>();
}
