using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What binding needs to know of a request.</summary>
/// <param name="Model">Whose names count.</param>
/// <param name="View">What getters read.</param>
/// <param name="Limits">How much may be asked for.</param>
/// <param name="Aliases">The texts of parameter aliases.</param>
/// <param name="Now">The moment of the request, for <c>now()</c>.</param>
sealed record BindingContext(ODataModel Model, object View, ODataLimits Limits, IReadOnlyDictionary<string, SourceText> Aliases, DateTimeOffset Now)
{
    /// <summary>What evaluation may still spend.</summary>
    public Budget Budget { get; init; } = Budget.Of(Limits);
}
