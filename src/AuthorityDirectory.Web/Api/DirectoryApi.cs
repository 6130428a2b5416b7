using System.Runtime.CompilerServices;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Api.Writing;
using AuthorityDirectory.Web.Audit;
using AuthorityDirectory.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Api;

/// <summary>The directory's OData service.</summary>
public static class DirectoryApi
{
    /// <summary>Where the service root is.</summary>
    public const string Root = "/odata";

    /// <summary>The name of its endpoint.</summary>
    public const string Name = "odata";

    /// <summary>Adds the service.</summary>
    public static IServiceCollection AddDirectoryApi(this IServiceCollection services) =>
        services.AddSingleton<ODataService<DirectoryView>>(provider =>
        {
            var site = provider.GetRequiredService<IOptions<SiteOptions>>().Value;
            return new(DirectoryEntityModel.Create(site.Operator, site.Disclaimer ?? new Texts(PageLanguage.Complete[0])["Layout.Disclaimer"]),
                new ODataOptions { Clock = provider.GetRequiredService<TimeProvider>(), BeforeAnswer = ReadingAudit.BeforeAnswerAsync });
        }).AddSingleton<PreparedViews>().AddScoped<ChangeRequests>().AddScoped<RequestCreation>().AddScoped<RequestWriting>().AddScoped<ConfirmWriting>();

    /// <summary>Lets requests of the service wait for a position.</summary>
    public static IApplicationBuilder UseDirectoryApi(this IApplicationBuilder application) =>
        application.UseWhen(context => context.Request.Path.StartsWithSegments(Root), api => api.UseMiddleware<PositionWait>());

    /// <summary>Answers everything under <see cref="Root"/>; its errors are its own and get no page.</summary>
    /// <remarks>The service asks for a view once for a request, and again after it wrote something: so it is always the newest.</remarks>
    public static IEndpointConventionBuilder MapDirectoryApi(this IEndpointRouteBuilder endpoints)
    {
        var (prepared, current) = (endpoints.ServiceProvider.GetRequiredService<PreparedViews>(), endpoints.ServiceProvider.GetRequiredService<CurrentSnapshot>());
        return endpoints.MapOData(Root, endpoints.ServiceProvider.GetRequiredService<ODataService<DirectoryView>>(),
            context => prepared.Of(current.Value.View(context.RequestServices.GetRequiredService<Caller>().Audience)))
            .WithName(Name).WithMetadata(new SkipStatusCodePagesAttribute());
    }
}

/// <summary>Views made ready for queries: each once, and no longer than somebody holds the view.</summary>
public sealed class PreparedViews(ODataService<DirectoryView> service)
{
    private readonly ConditionalWeakTable<DirectoryView, Lazy<ODataSnapshot<DirectoryView>>> _prepared = [];

    /// <summary>The prepared form of a view.</summary>
    public ODataSnapshot<DirectoryView> Of(DirectoryView view) => _prepared.GetValue(view, v => new(() => service.Prepare(v))).Value;
}
