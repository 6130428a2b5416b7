using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Vocabularies;

namespace AuthorityDirectory.OData.Model;

/// <summary>Says in <c>$metadata</c> what values keep to, in the terms of the Validation vocabulary.</summary>
static class ValidationAnnotations
{
    const string Validation = "Org.OData.Validation.V1.";

    public static void Annotate(TermWriter terms, IEdmVocabularyAnnotatable property, ValueRules rules)
    {
        if (rules.Pattern is { } pattern)
            terms.Add(property, Validation + "Pattern", new EdmStringConstant(pattern));
        if (rules.Minimum is { } minimum)
            terms.Add(property, Validation + "Minimum", new EdmDecimalConstant(minimum));
        if (rules.MinItems is { } count)
            terms.Add(property, Validation + "MinItems", new EdmIntegerConstant(count));
        if (rules.AllowedValues.Count > 0)
            terms.Add(property, Validation + "AllowedValues", new EdmCollectionExpression(rules.AllowedValues.Select(Allowed)));
    }

    static EdmRecordExpression Allowed(string value) => new(new EdmPropertyConstructor("Value", new EdmStringConstant(value)));
}
