using System.Globalization;
using System.Text;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Writes answers in the JSON format (OData JSON format 4.01).</summary>
/// <param name="buffer">Where to.</param>
/// <param name="style">How much control information, and in which version's form.</param>
/// <param name="root">The service root with its closing slash.</param>
/// <param name="context">What the answer may still cost.</param>
sealed class ResultWriter(PayloadBuffer buffer, PayloadStyle style, string root, BindingContext context)
{
    readonly byte[] _id = Encoding.UTF8.GetBytes($"\"@{style.Prefix}id\":");
    readonly byte[] _type = Encoding.UTF8.GetBytes($"\"@{style.Prefix}type\":");
    readonly byte[] _editLink = Encoding.UTF8.GetBytes($"\"@{style.Prefix}editLink\":");

    /// <summary>Some entities.</summary>
    /// <param name="source">The set that they were asked for through.</param>
    /// <param name="plan">What is written of each.</param>
    /// <param name="page">Which.</param>
    /// <param name="nextLink">The URL of the next page, if there is one.</param>
    /// <param name="isReferences">Whether only their ids are written.</param>
    public void Entities(EntitySource source, EntityPlan plan, ResultPage page, string? nextLink, bool isReferences)
    {
        buffer.Raw("{"u8);
        Context(isReferences ? "Collection($ref)" : source.Name + plan.SelectList);
        if (page.Count is { } count)
            Count(count);
        buffer.Separator();
        buffer.Raw("\"value\":["u8);
        foreach (var row in page.Rows)
        {
            buffer.Separator();
            buffer.Raw("{"u8);
            if (isReferences)
                Id(source, plan.Table, row);
            else
                Entity(source, plan, row);
            buffer.Raw("}"u8);
        }
        buffer.Raw("]"u8);
        if (nextLink is not null)
            Control("nextLink").Text(nextLink);
        buffer.Raw("}"u8);
    }

    /// <summary>One entity.</summary>
    public void Entity(EntityResource entity, EntityPlan plan)
    {
        buffer.Raw("{"u8);
        Context(entity.Source.Name + plan.SelectList + (entity.Source is EntitySet ? "/$entity" : ""));
        Entity(entity.Source, plan, entity.Row);
        buffer.Raw("}"u8);
    }

    /// <summary>The id of one entity.</summary>
    public void Reference(EntityResource entity)
    {
        buffer.Raw("{"u8);
        Context("$ref");
        Id(entity.Source, entity.Table, entity.Row);
        buffer.Raw("}"u8);
    }

    /// <summary>Several values.</summary>
    /// <returns>False, with nothing useful written, when their owner is null.</returns>
    public bool Values(ValuesResource values, Arrangement arrangement, BoundSelection? selection, object view)
    {
        var elements = values.Type.Elements;
        buffer.Raw("{"u8);
        Context(values.Context + ContextUrl.SelectList(selection?.Names, [], style));
        if (arrangement.HasCount && elements.Count(values.Values, arrangement.Variable, arrangement.Filter, arrangement.Meter).TryGet(out var count))
            Count(count);
        buffer.Separator();
        buffer.Raw("\"value\":"u8);
        var isKnown = values.Type.CollectionWriter(elements.Arranged(values.Values, arrangement), view, style, selection?.Selection).TryWrite(buffer);
        buffer.Raw("}"u8);
        return isKnown;
    }

    /// <summary>The value of a property that is not null.</summary>
    /// <returns>False, with nothing useful written, when it is null.</returns>
    public bool Property(PropertyResource resource, BoundSelection? selection, object view)
    {
        var writer = resource.Property.Type.Writer(resource.Value, view, style, selection?.Selection);
        buffer.Raw("{"u8);
        Context(resource.Path + ContextUrl.SelectList(selection?.Names, [], style));
        if (resource.Property.Type is StructuredType)
            return Members(writer);
        buffer.Separator();
        buffer.Raw("\"value\":"u8);
        var isKnown = writer.TryWrite(buffer);
        buffer.Raw("}"u8);
        return isKnown;
    }

    /// <summary>The members of a complex value within an object that has begun, and its end.</summary>
    bool Members(ValueWriter writer)
    {
        using var value = new PayloadBuffer(int.MaxValue);
        if (!writer.TryWrite(value))
            return false;
        if (value.Length > "{}".Length)
            buffer.Separator();
        buffer.Raw(value.Written.Span[1..]);
        return true;
    }

    void Entity(EntitySource source, EntityPlan plan, int row)
    {
        plan.Cursor.MoveTo(row);
        EntityControls(source, plan, row);
        Properties(plan, row);
        foreach (var computed in plan.Computed)
        {
            buffer.Separator();
            computed.Write(buffer);
        }
        foreach (var navigation in plan.Links)
            Control("navigationLink", navigation.Name).Text($"{EntityUrl.Of(source, plan.Table, row)}/{navigation.Name}");
        foreach (var expansion in plan.Expansions)
            Expansion(expansion, () => EntityUrl.Of(source, plan.Table, row));
    }

    void Id(EntitySource source, EntityTable table, int row) => buffer.Separated(_id).Text(EntityUrl.Of(source, table, row));

    void EntityControls(EntitySource source, EntityPlan plan, int row)
    {
        if (style.Level == MetadataLevel.None)
            return;
        var isRole = source is EntitySet set && set.BaseSet != set;
        if (style.IsFull)
            buffer.Separated(_type).Text("#" + plan.Table.Type.QualifiedName);
        if (style.IsFull || isRole || !plan.HasKey)
            Id(source, plan.Table, row);
        if (plan.Table.Type.IsTagged)
            Control("etag").Text(plan.Table.TagOf(row));
        if (style.IsFull)
            buffer.Separated(_editLink).Text(EntityUrl.Of(source, plan.Table, row));
    }

    void Properties(EntityPlan plan, int row)
    {
        var fragments = plan.Table.Fragments;
        if (plan.Parts is null)
        {
            buffer.Separated(fragments[row]);
            return;
        }
        foreach (var part in plan.Parts)
        {
            buffer.Separator();
            if (part.Writer is null)
                buffer.Raw(fragments[row, part.Index]);
            else
                part.Writer.Write(buffer);
        }
    }

    /// <summary>The related entities, right after what is said about them.</summary>
    void Expansion(Expansion expansion, Func<string> owner)
    {
        var property = expansion.Property;
        if (style.IsFull)
            Control("navigationLink", property.Name).Text($"{owner()}/{property.Name}");
        var rows = expansion.Reader.Rows();
        if (!property.IsCollection)
            Single(expansion, rows);
        else if (expansion.Form == ExpansionForm.Count)
            Count(new QueryExecutor(expansion.Query, rows, null).Count(), property.Name);
        else
            Several(expansion, rows, owner);
    }

    /// <summary>As many related entities as the answer still has room for, and where the others are.</summary>
    void Several(Expansion expansion, int[] rows, Func<string> owner)
    {
        var name = expansion.Property.Name;
        var room = Math.Min(context.Limits.MaxPageSize, context.Budget.EntitiesLeft);
        var isPaged = rows.Length > room && expansion.Next.IsPossible(owner());
        if (isPaged && room == 0)
        {
            Name(expansion.Property);
            buffer.Raw("[]"u8);
            Control("nextLink", name).Text(root + expansion.Next.Of(owner(), null));
            return;
        }
        var page = new QueryExecutor(expansion.Query, rows, isPaged ? room : null).Run();
        context.Budget.SpendEntities(page.Rows.Count);
        if (page.Count is { } count)
            Count(count, name);
        Name(expansion.Property);
        buffer.Raw("["u8);
        foreach (var row in page.Rows)
        {
            buffer.Separator();
            Related(expansion, row);
        }
        buffer.Raw("]"u8);
        if (page.Next is { } token)
            Control("nextLink", name).Text(root + expansion.Next.Of(owner(), token));
    }

    void Single(Expansion expansion, int[] rows)
    {
        Name(expansion.Property);
        if (rows.Length == 0)
            buffer.Raw("null"u8);
        else
        {
            context.Budget.SpendEntities(1);
            Related(expansion, rows[0]);
        }
    }

    void Related(Expansion expansion, int row)
    {
        var (plan, set) = (expansion.Query.Entity, expansion.Target);
        buffer.Raw("{"u8);
        if (expansion.Form == ExpansionForm.References)
            Id(set, plan.Table, row);
        else
            Entity(set, plan, row);
        buffer.Raw("}"u8);
    }

    void Count(long count, string property = "")
    {
        var control = Control("count", property);
        if (style.IsIeee754Compatible)
            control.Text(count.ToString(CultureInfo.InvariantCulture));
        else
            control.Number(count);
    }

    void Name(NavigationProperty property)
    {
        buffer.Separator();
        buffer.Plain($"\"{property.Name}\":");
    }

    void Context(string fragment)
    {
        if (style.Level != MetadataLevel.None)
            Control("context").Text($"{root}$metadata#{fragment}");
    }

    /// <summary>Begins a piece of control information, of the object or of one of its properties.</summary>
    PayloadBuffer Control(string name, string property = "")
    {
        buffer.Separator();
        buffer.Plain($"\"{property}@{style.Prefix}{name}\":");
        return buffer;
    }
}
