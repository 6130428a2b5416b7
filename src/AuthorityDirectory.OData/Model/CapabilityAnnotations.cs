using AuthorityDirectory.OData.Binding;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;

namespace AuthorityDirectory.OData.Model;

/// <summary>Says in <c>$metadata</c> what the service can and cannot do, in the terms of the Core and Capabilities vocabularies.</summary>
sealed class CapabilityAnnotations(TermWriter terms, EdmEntityContainer container)
{
    const string Capabilities = "Org.OData.Capabilities.V1.";

    static readonly string[] _selectSupport = ["Supported", "Filterable", "TopSupported", "SkipSupported", "Countable", "Sortable"];

    public void Annotate(ODataModel model)
    {
        AnnotateContainer();
        foreach (var set in model.Sources.OfType<EntitySet>())
            Annotate(set, (IEdmVocabularyAnnotatable)container.FindEntitySet(set.Name));
    }

    void AnnotateContainer()
    {
        terms.Add(container, "Org.OData.Core.V1.ODataVersions", new EdmStringConstant("4.0 4.01"));
        Add(container, "KeyAsSegmentSupported", true);
        Add(container, "BatchSupported", true);
        Add(container, "BatchSupport", BatchSupport());
        Add(container, "BatchContinueOnErrorSupported", true);
        Add(container, "SelectSupport", SelectSupport());
        Add(container, "AnnotationValuesInQuerySupported", false);
        Add(container, "AsynchronousRequestsSupported", false);
        Add(container, "CrossJoinSupported", false);
        Add(container, "QuerySegmentSupported", true);
        Add(container, "FilterFunctions", Strings(FunctionTable.Names));
        Add(container, "SupportedFormats", Strings(
        [
            "application/json;odata.metadata=minimal;IEEE754Compatible=false;odata.streaming=true",
            "application/json;odata.metadata=full;IEEE754Compatible=false;odata.streaming=true",
            "application/json;odata.metadata=none;IEEE754Compatible=false;odata.streaming=true",
        ]));
    }

    void Annotate(EntitySet set, IEdmVocabularyAnnotatable target)
    {
        Add(target, "ComputeSupported", true);
        Add(target, "SearchRestrictions", Restriction("Searchable", set.IsSearchable));
        Add(target, "InsertRestrictions", Restriction("Insertable", false));
        Add(target, "UpdateRestrictions", Restriction("Updatable", false));
        Add(target, "DeleteRestrictions", Restriction("Deletable", false));
    }

    void Add(IEdmVocabularyAnnotatable target, string term, bool value) => Add(target, term, new EdmBooleanConstant(value));

    void Add(IEdmVocabularyAnnotatable target, string term, IEdmExpression value) => terms.Add(target, Capabilities + term, value);

    static EdmRecordExpression BatchSupport() => new(
        new EdmPropertyConstructor("Supported", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("ContinueOnErrorSupported", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("ReferencesInRequestBodiesSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("ReferencesAcrossChangeSetsSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("EtagReferencesSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("RequestDependencyConditionsSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("SupportedFormats", Strings(["multipart/mixed", "application/json"])));

    /// <summary>What can stand in brackets behind an item of <c>$select</c>; what is not named cannot.</summary>
    static EdmRecordExpression SelectSupport() =>
        new(_selectSupport.Select(property => new EdmPropertyConstructor(property, new EdmBooleanConstant(true))));

    static EdmRecordExpression Restriction(string property, bool value) => new(new EdmPropertyConstructor(property, new EdmBooleanConstant(value)));

    static EdmCollectionExpression Strings(IEnumerable<string> values) => new(values.Select(value => new EdmStringConstant(value)));
}
