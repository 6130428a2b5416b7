using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Makes the answer to one request, by the kind of resource that it asks for.</summary>
sealed class Answer(ODataRequest request, RequestQuery query, ODataSnapshot snapshot, BindingContext context, bool isVersion401, ODataLimits limits)
{
    static readonly SystemOption[] _ofCollections =
    [
        SystemOption.Filter, SystemOption.OrderBy, SystemOption.Select, SystemOption.Expand, SystemOption.Top, SystemOption.Skip,
        SystemOption.Count, SystemOption.Search, SystemOption.SkipToken, SystemOption.Compute,
    ];

    static readonly SystemOption[] _ofEntities = [SystemOption.Select, SystemOption.Expand, SystemOption.Compute];

    static readonly SystemOption[] _ofWritten = [SystemOption.Select];

    static readonly SystemOption[] _ofReferences = [.. _ofCollections.Except([SystemOption.Select, SystemOption.Expand])];

    static readonly SystemOption[] _ofValues = [SystemOption.Filter, SystemOption.OrderBy, SystemOption.Top, SystemOption.Skip, SystemOption.Count];

    public ODataResponse To(Resource resource, MetadataDocuments metadata) => resource switch
    {
        ServiceDocumentResource => Written(Format(MediaType.Json), (buffer, format) => ServiceDocument.Write(buffer, snapshot.Model, format.Style, request.Root)),
        MetadataResource => Metadata(metadata),
        CollectionResource collection => Collection(collection, isReferences: false),
        ReferenceResource { Of: CollectionResource collection } => Collection(collection, isReferences: true),
        ReferenceResource { Of: EntityResource entity } => Written(Format([], MediaType.Json), (buffer, format) => Writer(buffer, format).Reference(entity)),
        EntityResource entity => Entity(entity, _ofEntities),
        PropertyResource property => Property(property),
        ValuesResource values => Values(values),
        RawValueResource raw => RawValue(raw),
        CountResource count => Count(count),
        _ => Nothing(),
    };

    /// <summary>Refuses what <see cref="Written(EntityResource)"/> would refuse; of a write that answers nothing, every option.</summary>
    public void CheckWritten(EntityType? type)
    {
        var format = Format(type is null ? [] : _ofWritten, MediaType.Json);
        if (type is not null)
            new QueryBinder(context, snapshot, format.Style).Selection(type, query.Options);
    }

    /// <summary>An entity that has just been written.</summary>
    public ODataResponse Written(EntityResource entity) => Entity(entity, _ofWritten);

    ODataResponse Metadata(MetadataDocuments metadata)
    {
        var takesXml = query.Options.Format is null && Negotiation.Names(request, MediaType.Xml);
        var format = takesXml ? Format(MediaType.Xml) : Format([], MediaType.Xml, MediaType.Json);
        return format.Type == MediaType.Xml
            ? Written(format, (buffer, _) => buffer.Raw(isVersion401 ? metadata.Xml401 : metadata.Xml))
            : Written(new AnswerFormat(MediaType.Json, format.Style), (buffer, _) => buffer.Raw(metadata.Json));
    }

    ODataResponse Collection(CollectionResource collection, bool isReferences)
    {
        var format = Format(isReferences ? _ofReferences : _ofCollections, MediaType.Json);
        var (set, table, rows) = collection.Entities;
        var preferred = Preferences.MaxPageSize(request);
        var plan = new QueryBinder(context, snapshot, format.Style).Query(set, table, query.Options);
        var page = new QueryExecutor(plan, rows, Math.Min(preferred ?? limits.PageSize, limits.MaxPageSize)).Run();
        var next = page.Next is null ? null : NextLink(page.Next);
        var response = Written(format, (buffer, _) => Writer(buffer, format).Entities(set, plan.Entity, page, next, isReferences));
        if (preferred is not null)
            response.Headers["Preference-Applied"] = $"{(isVersion401 ? "" : "odata.")}maxpagesize={preferred}";
        return response;
    }

    ODataResponse Entity(EntityResource entity, SystemOption[] allowed)
    {
        var format = Format(allowed, MediaType.Json);
        var plan = new QueryBinder(context, snapshot, format.Style).Query(entity.Source, entity.Table, query.Options);
        var response = Written(format, (buffer, _) => Writer(buffer, format).Entity(entity, plan.Entity));
        if (entity.Table.Type.IsTagged)
            response.Headers["ETag"] = Tag(entity, response);
        return response;
    }

    /// <summary>The tag of an entity that can be written: its own, and with options one that also changes with what they show.</summary>
    string Tag(EntityResource entity, ODataResponse response)
    {
        var tag = entity.Table.TagOf(entity.Row);
        return query.Given.Overlaps(_ofEntities) ? BodyTag.OfShaped(tag, response.Bytes.Span) : tag;
    }

    ODataResponse Property(PropertyResource property)
    {
        var format = Format(property.Property.Type is StructuredType ? [SystemOption.Select] : [], MediaType.Json);
        var selection = new QueryBinder(context, snapshot, format.Style).Selection(property.Property.Type, query.Options);
        var isKnown = false;
        var response = Written(format, (buffer, _) => isKnown = Writer(buffer, format).Property(property, selection, snapshot.View));
        if (isKnown)
            return response;
        response.Dispose();
        return Nothing();
    }

    ODataResponse Values(ValuesResource values)
    {
        var format = Format(values.Type is StructuredType ? [.. _ofValues, SystemOption.Select] : _ofValues, MediaType.Json);
        var binder = new QueryBinder(context, snapshot, format.Style);
        var arrangement = binder.Values(values.Type, query.Options);
        var selection = binder.Selection(values.Type, query.Options);
        var isKnown = false;
        var response = Written(format, (buffer, _) => isKnown = Writer(buffer, format).Values(values, arrangement, selection, snapshot.View));
        if (isKnown)
            return response;
        response.Dispose();
        return Nothing();
    }

    ODataResponse RawValue(RawValueResource raw)
    {
        var format = Format(MediaType.Text);
        using var json = new PayloadBuffer(int.MaxValue);
        var property = raw.Property.Property;
        if (!property.Type.Writer(raw.Property.Value, snapshot.View, PayloadStyle.Fragment, null).TryWrite(json))
            return Nothing();
        return Written(format, (buffer, _) => RawText.Write(buffer, json.Written.Span));
    }

    ODataResponse Count(CountResource resource)
    {
        var format = Format(resource.Of is CollectionResource ? [SystemOption.Filter, SystemOption.Search] : [SystemOption.Filter], MediaType.Text, MediaType.Json);
        var count = resource.Of switch
        {
            CollectionResource { Entities: var (set, table, rows) } => new QueryExecutor(new QueryBinder(context, snapshot, format.Style).Query(set, table, query.Options), rows, null).Count(),
            ValuesResource values => CountOf(values, format),
            _ => throw new InvalidOperationException($"{resource.Of} cannot be counted."),
        };
        return Written(format, (buffer, _) => buffer.Number(count));
    }

    long CountOf(ValuesResource values, AnswerFormat format)
    {
        var arrangement = new QueryBinder(context, snapshot, format.Style).Values(values.Type, query.Options);
        values.Type.Elements.Count(values.Values, arrangement.Variable, arrangement.Filter, arrangement.Meter).TryGet(out var count);
        return count;
    }

    static ODataResponse Nothing() => new(204, null, null);

    ODataResponse Written(AnswerFormat format, Action<PayloadBuffer, AnswerFormat> write)
    {
        var buffer = new PayloadBuffer(limits.MaxResultBytes);
        try
        {
            write(buffer, format);
            return new ODataResponse(200, format.ContentType, buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    ResultWriter Writer(PayloadBuffer buffer, AnswerFormat format) => new(buffer, format.Style, request.Root, context);

    AnswerFormat Format(MediaType offered) => Format([], offered);

    /// <summary>Refuses options that the resource does not know, and chooses a form.</summary>
    AnswerFormat Format(SystemOption[] allowed, params ReadOnlySpan<MediaType> offered)
    {
        foreach (var option in query.Given.Where(option => option != SystemOption.Format && !allowed.Contains(option)))
            throw new QueryException(new QueryError(400, ErrorCode.OptionNotAllowed, $"{option.Written()} has no meaning for this resource.", option.Written()));
        return Negotiation.Choose(request, query.Options.Format?.Value, isVersion401, offered);
    }

    /// <summary>The same request, going on after the token.</summary>
    string NextLink(SkipToken token)
    {
        var kept = query.Raw.Where(option => option.System is not (SystemOption.Skip or SystemOption.SkipToken)).Select(option => option.Encoded);
        var link = $"{request.Path}?{string.Join('&', kept.Append("$skiptoken=" + token.Encode()))}";
        return link.Length <= limits.MaxUrlLength ? request.Root + link : throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
            $"The answer has more than one page, and the URL of the next one goes beyond the limit {nameof(limits.MaxUrlLength)} of this service, which is {limits.MaxUrlLength}; prefer a larger page, or ask for fewer entities by $top."));
    }
}
