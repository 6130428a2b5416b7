using AuthorityDirectory.OData.Writing;
using Microsoft.OData.Edm;
using Microsoft.OData.Edm.Csdl;
using Microsoft.OData.Edm.Vocabularies;

namespace AuthorityDirectory.OData.Model;

/// <summary>Translates a model into Microsoft.OData.Edm's, whose writers make <c>$metadata</c>.</summary>
/// <remarks>Runs at start-up only. Nothing that answers a query looks at the result.</remarks>
sealed class EdmBuilder
{
    readonly ODataModel _model;
    readonly EdmModel _edm = new();
    readonly Dictionary<ODataType, IEdmSchemaType> _types = [];
    readonly EdmEntityContainer _container;
    readonly TermWriter _terms;

    EdmBuilder(ODataModel model)
    {
        _model = model;
        _container = new EdmEntityContainer(model.Namespace, "Container");
        _terms = new TermWriter(_edm);
    }

    public static EdmModel Build(ODataModel model, Version version)
    {
        var builder = new EdmBuilder(model);
        builder.AddTypes();
        builder.AddContainer();
        builder.AddFunctions();
        var capabilities = new CapabilityAnnotations(builder._terms, builder._container);
        builder.AddActions(capabilities);
        capabilities.Annotate(model);
        builder._edm.SetEdmVersion(version);
        return builder._edm;
    }

    void AddTypes()
    {
        foreach (var type in _model.Types)
            _edm.AddElement(_types[type] = Declare(type));
        foreach (var type in _model.Types.OfType<StructuredType>())
            AddProperties(type, (EdmStructuredType)_types[type]);
        foreach (var type in _model.Types.OfType<EntityType>())
            AddNavigation(type, (EdmEntityType)_types[type]);
        foreach (var type in _model.Types)
            Describe((IEdmVocabularyAnnotatable)_types[type], type.Description);
    }

    IEdmSchemaType Declare(ODataType type) => type switch
    {
        EnumType members => Declare(members),
        ComplexType => new EdmComplexType(_model.Namespace, type.Name),
        _ => new EdmEntityType(_model.Namespace, type.Name),
    };

    EdmEnumType Declare(EnumType type)
    {
        var edm = new EdmEnumType(_model.Namespace, type.Name);
        for (var i = 0; i < type.Members.Count; i++)
            Describe(edm.AddMember(type.Members[i].Name, new EdmEnumMemberValue(i)), type.Members[i].Description);
        return edm;
    }

    void AddProperties(StructuredType type, EdmStructuredType edm)
    {
        foreach (var property in type.Properties)
        {
            var declared = edm.AddStructuralProperty(property.Name, Reference(property));
            Describe(declared, property.Description);
            ValidationAnnotations.Annotate(_terms, declared, property.Rules);
        }
        if (type is EntityType { KeyProperty: { } key })
            ((EdmEntityType)edm).AddKeys((IEdmStructuralProperty)edm.FindProperty(key.Name));
    }

    void AddNavigation(EntityType type, EdmEntityType edm)
    {
        foreach (var navigation in type.NavigationProperties)
        {
            var info = new EdmNavigationPropertyInfo
            {
                Name = navigation.Name,
                Target = (IEdmEntityType)_types[navigation.Target],
                TargetMultiplicity = navigation.IsCollection ? EdmMultiplicity.Many : navigation.IsNullable ? EdmMultiplicity.ZeroOrOne : EdmMultiplicity.One,
            };
            Describe(edm.AddUnidirectionalNavigation(info), navigation.Description);
        }
    }

    IEdmTypeReference Reference(StructuralProperty property) => Reference(property.Type, property.IsNullable, property.MaxLength, property.IsCollection);

    IEdmTypeReference Reference(ODataType declared, bool isNullable, int? maxLength, bool isCollection)
    {
        IEdmTypeReference type = declared switch
        {
            PrimitiveType { Kind: PrimitiveKind.String } => EdmCoreModel.Instance.GetString(false, maxLength, true, isNullable),
            PrimitiveType { Kind: PrimitiveKind.DateTimeOffset } => EdmCoreModel.Instance.GetTemporal(EdmPrimitiveTypeKind.DateTimeOffset, 7, isNullable),
            PrimitiveType primitive => EdmCoreModel.Instance.GetPrimitive(Enum.Parse<EdmPrimitiveTypeKind>(primitive.Name), isNullable),
            EnumType => new EdmEnumTypeReference((IEdmEnumType)_types[declared], isNullable),
            _ => new EdmComplexTypeReference((IEdmComplexType)_types[declared], isNullable),
        };
        return isCollection ? new EdmCollectionTypeReference(new EdmCollectionType(type)) : type;
    }

    /// <summary>Bound actions (CSDL 4.01, section 12.1); the first parameter is the entity.</summary>
    void AddActions(CapabilityAnnotations capabilities)
    {
        const string binding = "entity";
        foreach (var action in _model.Types.OfType<EntityType>().SelectMany(type => type.Actions))
        {
            var entity = Reference(action.Type);
            var edm = new EdmAction(_model.Namespace, action.Name, action.HasAnswer ? entity : null, true, action.HasAnswer ? new EdmPathExpression(binding) : null);
            edm.AddParameter(binding, entity);
            foreach (var member in action.Input.Members)
                AddParameter(edm, member, capabilities);
            _edm.AddElement(edm);
            Describe(edm, action.Description);
            capabilities.Annotate(action, edm);
        }
    }

    void AddParameter(EdmAction action, InputMember member, CapabilityAnnotations capabilities)
    {
        var parameter = action.AddParameter(member.Name, Reference(member.Type, !member.IsRequired && !member.IsCollection, member.MaxLength, member.IsCollection));
        Describe(parameter, member.Description);
        if (!member.IsRequired && member.IsCollection)
            capabilities.AnnotateOptional(parameter);
    }

    void AddFunctions()
    {
        foreach (var function in _model.Functions)
        {
            var edm = new EdmFunction(_model.Namespace, function.Name, new EdmCollectionTypeReference(new EdmCollectionType(Reference(function.Result))), false, null, true);
            foreach (var parameter in function.Parameters)
                Describe(edm.AddParameter(parameter.Name, Reference(parameter.Type)), parameter.Description);
            _edm.AddElement(edm);
            Describe(edm, function.Description);
            if (_container.FindOperationImports(function.Name).Any())
                continue;
            var set = function.Result is EntityType type ? new EdmPathExpression(_model.BaseSetOf(type).Name) : null;
            _container.AddFunctionImport(function.Name, edm, set, false);
        }
    }

    /// <summary>A type where a value of it is never null.</summary>
    IEdmTypeReference Reference(ODataType type) => type switch
    {
        PrimitiveType primitive => EdmCoreModel.Instance.GetPrimitive(Enum.Parse<EdmPrimitiveTypeKind>(primitive.Name), false),
        EnumType => new EdmEnumTypeReference((IEdmEnumType)_types[type], false),
        ComplexType => new EdmComplexTypeReference((IEdmComplexType)_types[type], false),
        _ => new EdmEntityTypeReference((IEdmEntityType)_types[type], false),
    };

    void AddContainer()
    {
        var sources = _model.Sources.ToDictionary(source => source, source => source is EntitySet
            ? (EdmNavigationSource)_container.AddEntitySet(source.Name, (IEdmEntityType)_types[source.Type])
            : _container.AddSingleton(source.Name, (IEdmEntityType)_types[source.Type]));
        foreach (var (source, edm) in sources)
        {
            foreach (var navigation in source.Type.NavigationProperties)
                edm.AddNavigationTarget((IEdmNavigationProperty)edm.EntityType().FindProperty(navigation.Name), sources[_model.BaseSetOf(navigation.Target)]);
            Describe((IEdmVocabularyAnnotatable)edm, source.Description);
        }
        _edm.AddElement(_container);
    }

    void Describe(IEdmVocabularyAnnotatable target, string? description)
    {
        if (description is not null)
            _edm.SetDescriptionAnnotation(target, description);
    }
}
