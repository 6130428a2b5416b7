using System.Collections.Concurrent;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Execution;

/// <summary>The entities of a base set or a singleton in one view, in key order; a row is an entity's place. Safe on any thread.</summary>
abstract class EntityTable(EntityType type, int count)
{
    /// <summary>Enough for what is asked again and again; bits are cheap, but paths can be written without end.</summary>
    const int MaxKept = 256;

    readonly ConcurrentDictionary<string, RankIndex> _ranks = new();
    readonly ConcurrentDictionary<string, RowSet> _kept = new();
    readonly string?[] _tags = new string?[type.IsTagged ? count : 0];

    public EntityType Type { get; } = type;

    public int Count { get; } = count;

    /// <summary>The properties of the entities as JSON.</summary>
    public abstract FragmentStore Fragments { get; }

    /// <summary>Where an entity is; -1 when it is not here.</summary>
    public abstract int RowOf(object entity);

    /// <summary>Where the entity of a key is; otherwise the complement of where it would be.</summary>
    public abstract int Find(KeyValue key);

    public abstract KeyValue KeyOf(int row);

    /// <summary>The entity of a row.</summary>
    public abstract object EntityAt(int row);

    /// <summary>The tag of an entity: of its own properties, whatever of them is asked for and in whatever form.</summary>
    /// <remarks>Made when it is first asked for: lists say it of every entity.</remarks>
    public string TagOf(int row) => _tags.Length == 0 ? BodyTag.Of(Fragments[row]) : _tags[row] ??= BodyTag.Of(Fragments[row]);

    /// <summary>The entities of some rows, as a list that a getter might return.</summary>
    public abstract Evaluator Instances(int[] rows);

    /// <summary>Steps a variable of the entity type through rows.</summary>
    public abstract RowCursor Cursor(Evaluator variable);

    /// <summary>The order of all rows by a plain property path, made when it is first asked for.</summary>
    public RankIndex Ranks(string plainPath, Func<RankIndex> make) => _ranks.TryGetValue(plainPath, out var ranks) ? ranks : _ranks.GetOrAdd(plainPath, make());

    /// <summary>The rows for which a condition holds, made when it is first asked for; null when there are none kept and none are made, or there is no more room.</summary>
    public RowSet? Kept(string key, Func<RowSet?> make) =>
        _kept.TryGetValue(key, out var rows) ? rows : _kept.Count < MaxKept && make() is { } made ? _kept.GetOrAdd(key, made) : null;
}

/// <summary>Puts entities into a variable, by row.</summary>
abstract class RowCursor
{
    public abstract void MoveTo(int row);
}

sealed class EntityTable<T> : EntityTable
    where T : class
{
    readonly T[] _entities;
    readonly EntityKey<T>? _key;
    readonly Dictionary<object, int> _rows;

    EntityTable(EntityType<T> type, T[] entities, object view) : base(type, entities.Length)
    {
        _entities = entities;
        _key = type.Key;
        _rows = new Dictionary<object, int>(entities.Length, ReferenceEqualityComparer.Instance);
        for (var row = 0; row < entities.Length; row++)
            _rows[entities[row]] = row;
        var self = new Variable<T>();
        Fragments = FragmentStore.Encode(Count, Cursor(self).MoveTo, type.PropertyWriters(self, view, PayloadStyle.Fragment, null));
    }

    public override FragmentStore Fragments { get; }

    /// <summary>The table of an entity set.</summary>
    public static EntityTable<T> Of(EntityType<T> type, IReadOnlyList<T> entities, object view)
    {
        var sorted = entities.ToArray();
        Array.Sort(sorted, type.Key);
        for (var row = 1; row < sorted.Length; row++)
        {
            if (type.Key!.Compare(sorted[row - 1], sorted[row]) == 0)
                throw new ModelException($"Two entities of {type} have the key {type.Key.Of(sorted[row])}.");
        }
        return new EntityTable<T>(type, sorted, view);
    }

    /// <summary>The table of a singleton.</summary>
    public static EntityTable<T> Of(EntityType<T> type, T entity, object view) => new(type, [entity], view);

    public override int RowOf(object entity) => _rows.GetValueOrDefault(entity, -1);

    public override int Find(KeyValue key) => _key!.Find(_entities, key);

    public override KeyValue KeyOf(int row) => _key!.Of(_entities[row]);

    public override object EntityAt(int row) => _entities[row];

    public override Evaluator Instances(int[] rows) => new Constant<IReadOnlyList<T>>([.. rows.Select(row => _entities[row])]);

    public override RowCursor Cursor(Evaluator variable) => new ArrayCursor((Variable<T>)variable, _entities);

    sealed class ArrayCursor(Variable<T> variable, T[] entities) : RowCursor
    {
        public override void MoveTo(int row) => variable.Value = entities[row];
    }
}
