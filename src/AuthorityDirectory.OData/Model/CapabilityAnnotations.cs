using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Writing;
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
        AnnotateContainer(model);
        foreach (var set in model.Sources.OfType<EntitySet>())
            Annotate(set, (IEdmVocabularyAnnotatable)container.FindEntitySet(set.Name));
    }

    /// <summary>Says which header an action needs.</summary>
    public void Annotate(ODataAction action, IEdmVocabularyAnnotatable target)
    {
        if (!action.NeedsMatch)
            return;
        var header = new EdmRecordExpression(
            new EdmPropertyConstructor("Name", new EdmStringConstant("If-Match")),
            new EdmPropertyConstructor("Description", new EdmStringConstant("The ETag of the entity that the action is meant for, or *.")),
            new EdmPropertyConstructor("Required", new EdmBooleanConstant(true)));
        Add(target, "OperationRestrictions", new EdmRecordExpression(new EdmPropertyConstructor("CustomHeaders", new EdmCollectionExpression(header))));
    }

    /// <summary>Says that a collection need not be given; it cannot be null.</summary>
    public void AnnotateOptional(IEdmVocabularyAnnotatable parameter) => terms.Add(parameter, "Org.OData.Core.V1.OptionalParameter", new EdmRecordExpression());

    void AnnotateContainer(ODataModel model)
    {
        terms.Add(container, "Org.OData.Core.V1.ODataVersions", new EdmStringConstant("4.0 4.01"));
        Add(container, "KeyAsSegmentSupported", true);
        Add(container, "BatchSupported", true);
        Add(container, "BatchSupport", BatchSupport(model.CanWrite));
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
        Add(target, "InsertRestrictions", set.Insert is { } insert ? Insertable(insert) : Restriction("Insertable", false));
        Add(target, "UpdateRestrictions", Restriction("Updatable", false));
        Add(target, "DeleteRestrictions", Restriction("Deletable", false));
        if (set.Type.IsTagged)
            terms.Add(target, "Org.OData.Core.V1.OptimisticConcurrency", new EdmCollectionExpression());
    }

    /// <summary>An insert, with what the client cannot give.</summary>
    static EdmRecordExpression Insertable(ODataInsert insert)
    {
        var closed = insert.Type.Properties.Where(property => insert.Input.Find(property.Name) is null).Select(property => new EdmPropertyPathExpression(property.Name));
        var links = insert.Type.NavigationProperties.Select(navigation => new EdmNavigationPropertyPathExpression(navigation.Name));
        List<IEdmPropertyConstructor> properties =
        [
            new EdmPropertyConstructor("Insertable", new EdmBooleanConstant(true)),
            new EdmPropertyConstructor("NonInsertableProperties", new EdmCollectionExpression(closed)),
            new EdmPropertyConstructor("NonInsertableNavigationProperties", new EdmCollectionExpression(links)),
        ];
        if (insert.Description is { } description)
            properties.Add(new EdmPropertyConstructor("Description", new EdmStringConstant(description)));
        return new EdmRecordExpression(properties);
    }

    void Add(IEdmVocabularyAnnotatable target, string term, bool value) => Add(target, term, new EdmBooleanConstant(value));

    void Add(IEdmVocabularyAnnotatable target, string term, IEdmExpression value) => terms.Add(target, Capabilities + term, value);

    static EdmRecordExpression BatchSupport(bool canWrite) => new(
        new EdmPropertyConstructor("Supported", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("ContinueOnErrorSupported", new EdmBooleanConstant(true)),
        new EdmPropertyConstructor("ReferencesInRequestBodiesSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("ReferencesAcrossChangeSetsSupported", new EdmBooleanConstant(canWrite)),
        new EdmPropertyConstructor("EtagReferencesSupported", new EdmBooleanConstant(canWrite)),
        new EdmPropertyConstructor("RequestDependencyConditionsSupported", new EdmBooleanConstant(false)),
        new EdmPropertyConstructor("SupportedFormats", Strings(["multipart/mixed", "application/json"])));

    /// <summary>What can stand in brackets behind an item of <c>$select</c>; what is not named cannot.</summary>
    static EdmRecordExpression SelectSupport() =>
        new(_selectSupport.Select(property => new EdmPropertyConstructor(property, new EdmBooleanConstant(true))));

    static EdmRecordExpression Restriction(string property, bool value) => new(new EdmPropertyConstructor(property, new EdmBooleanConstant(value)));

    static EdmCollectionExpression Strings(IEnumerable<string> values) => new(values.Select(value => new EdmStringConstant(value)));
}
