using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Http;

/// <summary>An OData 4.01 service over views of one model, read-only but for the inserts and actions that the model declares. Safe on any thread.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <param name="model">The frozen model.</param>
/// <param name="options">What the host decides; the defaults when null.</param>
public sealed class ODataService<TView>(ODataModel<TView> model, ODataOptions? options = null)
    where TView : class
{
    /// <summary>What the host decided.</summary>
    public ODataOptions Options { get; } = options ?? new ODataOptions();

    /// <summary>The model.</summary>
    public ODataModel<TView> Model { get; } = model;

    internal RequestHandler Handler { get; } = new(new MetadataDocuments(model), options ?? new ODataOptions());

    /// <summary>Makes a view ready for queries: once for each view, not for each request.</summary>
    /// <exception cref="ModelException">The view contradicts the model.</exception>
    public ODataSnapshot<TView> Prepare(TView view) => new(Model, view);
}
