using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What binding needs to know of a request.</summary>
/// <param name="Snapshot">What it reads.</param>
/// <param name="Limits">How much may be asked for.</param>
/// <param name="Aliases">The texts of parameter aliases.</param>
/// <param name="Now">The moment of the request, for <c>now()</c>.</param>
sealed record BindingContext(ODataSnapshot Snapshot, ODataLimits Limits, IReadOnlyDictionary<string, SourceText> Aliases, DateTimeOffset Now)
{
    /// <summary>Whose names count.</summary>
    public ODataModel Model => Snapshot.Model;

    /// <summary>What getters read.</summary>
    public object View => Snapshot.View;

    /// <summary>The texts of options that are no system options; where a name stands twice, the last.</summary>
    public IReadOnlyDictionary<string, SourceText> Custom { get; init; } = new Dictionary<string, SourceText>();

    /// <summary>The options that define parameter aliases, as sent.</summary>
    public IReadOnlyList<string> AliasOptions { get; init; } = [];

    /// <summary>What evaluation may still spend.</summary>
    public Budget Budget { get; init; } = Budget.Of(Limits);
}
