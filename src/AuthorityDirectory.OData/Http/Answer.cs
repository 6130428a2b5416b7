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
        SystemOption.Count, SystemOption.Search, SystemOption.SkipToken,
    ];

    public ODataResponse To(Resource resource, MetadataDocuments metadata) => resource switch
    {
        ServiceDocumentResource => Written(Format(MediaType.Json), (buffer, format) => ServiceDocument.Write(buffer, snapshot.Model, format.Style, request.Root)),
        MetadataResource => Metadata(metadata),
        CollectionResource collection => Collection(collection),
        EntityResource entity => Entity(entity),
        PropertyResource property => Property(property),
        RawValueResource raw => RawValue(raw),
        CountResource count => Count(count),
        _ => Nothing(),
    };

    ODataResponse Metadata(MetadataDocuments metadata)
    {
        var format = Format([], MediaType.Xml, MediaType.Json);
        return format.Type == MediaType.Xml
            ? Written(format, (buffer, _) => buffer.Raw(isVersion401 ? metadata.Xml401 : metadata.Xml))
            : Written(new AnswerFormat(MediaType.Json, format.Style), (buffer, _) => buffer.Raw(metadata.Json));
    }

    ODataResponse Collection(CollectionResource collection)
    {
        var format = Format(_ofCollections, MediaType.Json);
        var (set, table, rows) = collection.Entities;
        var preferred = Preferences.MaxPageSize(request);
        var plan = new QueryBinder(context, snapshot, format.Style).Query(set, table, query.Options);
        var page = new QueryExecutor(plan, rows, Math.Min(preferred ?? limits.PageSize, limits.MaxPageSize)).Run();
        var response = Written(format, (buffer, _) => Writer(buffer, format).Entities(set, plan.Entity, page, page.Next is null ? null : NextLink(page.Next)));
        if (preferred is not null)
            response.Headers["Preference-Applied"] = $"{(isVersion401 ? "" : "odata.")}maxpagesize={preferred}";
        return response;
    }

    ODataResponse Entity(EntityResource entity)
    {
        var format = Format([SystemOption.Select, SystemOption.Expand], MediaType.Json);
        var plan = new QueryBinder(context, snapshot, format.Style).Query(entity.Source, entity.Table, query.Options);
        return Written(format, (buffer, _) => Writer(buffer, format).Entity(entity, plan.Entity));
    }

    ODataResponse Property(PropertyResource property)
    {
        RefuseOptionsOfValues(property.Property);
        var format = Format(MediaType.Json);
        var isKnown = false;
        var response = Written(format, (buffer, _) => isKnown = Writer(buffer, format).Property(property, snapshot.View));
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
        if (resource.Of is PropertyResource values)
            RefuseOptionsOfValues(values.Property);
        var format = resource.Of is CollectionResource
            ? Format([SystemOption.Filter, SystemOption.Search], MediaType.Text, MediaType.Json)
            : Format([], MediaType.Text, MediaType.Json);
        var count = resource.Of switch
        {
            CollectionResource { Entities: var (set, table, rows) } => new QueryExecutor(new QueryBinder(context, snapshot, format.Style).Query(set, table, query.Options), rows, null).Count(),
            PropertyResource property => CountOf(property),
            _ => throw new InvalidOperationException($"{resource.Of} cannot be counted."),
        };
        return Written(format, (buffer, _) => buffer.Number(count));
    }

    long CountOf(PropertyResource property)
    {
        var elements = property.Property.Type.Elements;
        elements.Count(property.Value, elements.Variable(), null, new Evaluation.Meter(context.Budget)).TryGet(out var count);
        return count;
    }

    void RefuseOptionsOfValues(StructuralProperty property)
    {
        if (property.IsCollection || property.Type is StructuredType)
        {
            foreach (var option in query.Given.Where(option => option != SystemOption.Format))
                throw new QueryException(new QueryError(501, ErrorCode.NotImplemented, $"{option.Written()} of the property {property.Name} is not implemented.", option.Written()));
        }
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

    ResultWriter Writer(PayloadBuffer buffer, AnswerFormat format) => new(buffer, format.Style, request.Root, context.Budget);

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
