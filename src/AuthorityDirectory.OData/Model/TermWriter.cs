using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace AuthorityDirectory.OData.Model;

/// <summary>Puts terms of the standard's vocabularies on the elements of a model, and refers to those vocabularies.</summary>
sealed class TermWriter
{
    static readonly string[] _vocabularies = ["Core", "Capabilities", "Validation"];

    readonly EdmModel _edm;

    public TermWriter(EdmModel edm)
    {
        _edm = edm;
        edm.SetEdmReferences(_vocabularies.Select(Reference).ToList());
        foreach (var alias in _vocabularies)
            edm.SetNamespaceAlias(Namespace(alias), alias);
    }

    /// <summary>Writes a term within the element that it is about.</summary>
    /// <exception cref="ModelException">No vocabulary has the term.</exception>
    public void Add(IEdmVocabularyAnnotatable target, string term, IEdmExpression value)
    {
        var declared = _edm.FindTerm(term) ?? throw new ModelException($"The vocabulary has no term {term}.");
        var annotation = new EdmVocabularyAnnotation(target, declared, value);
        annotation.SetSerializationLocation(_edm, EdmVocabularyAnnotationSerializationLocation.Inline);
        _edm.AddVocabularyAnnotation(annotation);
    }

    static IEdmReference Reference(string alias)
    {
        var reference = new EdmReference(new Uri($"https://oasis-tcs.github.io/odata-vocabularies/vocabularies/{Namespace(alias)}.xml"));
        reference.AddInclude(new EdmInclude(alias, Namespace(alias)));
        return reference;
    }

    static string Namespace(string alias) => $"Org.OData.{alias}.V1";
}
