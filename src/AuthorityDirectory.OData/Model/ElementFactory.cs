using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Payload;

namespace AuthorityDirectory.OData.Model;

/// <summary>Makes the nodes and writers that depend on the C# type behind a model type, without reflection.</summary>
abstract class ElementFactory
{
    public abstract Evaluator Variable();

    public abstract Evaluator<bool> Any(Evaluator source, Evaluator variable, Evaluator<bool>? predicate, Meter meter);

    public abstract Evaluator<bool> All(Evaluator source, Evaluator variable, Evaluator<bool> predicate, Meter meter);

    public abstract Evaluator<long> Count(Evaluator source, Evaluator variable, Evaluator<bool>? predicate, Meter meter);

    public abstract Evaluator First(Evaluator source, Evaluator variable, Evaluator<bool> predicate, Meter meter);

    public abstract Evaluator Arranged(Evaluator source, Arrangement arrangement);

    public abstract Sequence Sequence(Evaluator source, Evaluator variable);

    public abstract Evaluator<bool> EntityEquality(Evaluator left, Evaluator right, bool isEqual);

    public abstract Evaluator<bool> StructureEquality(Evaluator left, Evaluator right, Evaluator l, Evaluator r, IReadOnlyList<Evaluator<bool>> properties, bool isEqual);

    public abstract Evaluator<bool> StructureMatch(Evaluator value, Evaluator self, IReadOnlyList<Evaluator<bool>> properties, bool isEqual);

    public abstract ValueWriter CollectionWriter(Evaluator source, Evaluator variable, ValueWriter element);
}

sealed class ElementFactory<T> : ElementFactory
{
    public override Evaluator Variable() => new Variable<T>();

    public override Evaluator<bool> Any(Evaluator source, Evaluator variable, Evaluator<bool>? predicate, Meter meter) =>
        new Any<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable, predicate, meter);

    public override Evaluator<bool> All(Evaluator source, Evaluator variable, Evaluator<bool> predicate, Meter meter) =>
        new All<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable, predicate, meter);

    public override Evaluator<long> Count(Evaluator source, Evaluator variable, Evaluator<bool>? predicate, Meter meter) =>
        new CountOf<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable, predicate, meter);

    public override Evaluator First(Evaluator source, Evaluator variable, Evaluator<bool> predicate, Meter meter) =>
        new First<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable, predicate, meter);

    public override Evaluator Arranged(Evaluator source, Arrangement arrangement) => new Arranged<T>((Evaluator<IReadOnlyList<T>>)source, arrangement);

    public override Sequence Sequence(Evaluator source, Evaluator variable) => new Sequence<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable);

    public override Evaluator<bool> EntityEquality(Evaluator left, Evaluator right, bool isEqual) => new EntityEquality<T>((Evaluator<T>)left, (Evaluator<T>)right, isEqual);

    public override Evaluator<bool> StructureEquality(Evaluator left, Evaluator right, Evaluator l, Evaluator r, IReadOnlyList<Evaluator<bool>> properties, bool isEqual) =>
        new StructureEquality<T>((Evaluator<T>)left, (Evaluator<T>)right, (Variable<T>)l, (Variable<T>)r, properties, isEqual);

    public override Evaluator<bool> StructureMatch(Evaluator value, Evaluator self, IReadOnlyList<Evaluator<bool>> properties, bool isEqual) =>
        new StructureMatch<T>((Evaluator<T>)value, (Variable<T>)self, properties, isEqual);

    public override ValueWriter CollectionWriter(Evaluator source, Evaluator variable, ValueWriter element) =>
        new CollectionWriter<T>((Evaluator<IReadOnlyList<T>>)source, (Variable<T>)variable, element);
}
