using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Execution;

/// <summary>What a resource path leads to.</summary>
abstract record Resource;

/// <summary>The service document.</summary>
sealed record ServiceDocumentResource : Resource;

/// <summary>The description of the model.</summary>
sealed record MetadataResource : Resource;

/// <summary>Entities: of a set, or those that a navigation property leads to.</summary>
sealed record CollectionResource(EntityRows Entities) : Resource;

/// <summary>The ids of entities, or of one: <c>/$ref</c>.</summary>
sealed record ReferenceResource(Resource Of) : Resource;

/// <summary>One entity.</summary>
/// <param name="Source">The set or singleton that payloads name.</param>
/// <param name="Table">Where it is.</param>
/// <param name="Row">Its place.</param>
sealed record EntityResource(EntitySource Source, EntityTable Table, int Row) : Resource;

/// <summary>A single navigation property that leads nowhere, or a property that is null: nothing to write.</summary>
sealed record NothingResource : Resource;

/// <summary>Several values: of a collection property, or from a function.</summary>
/// <param name="Type">The type of each.</param>
/// <param name="Values">The list, as its getter returns it.</param>
/// <param name="Context">What a context URL says: the canonical path of the property, or <c>Collection(…)</c>.</param>
sealed record ValuesResource(ODataType Type, Evaluator Values, string Context) : Resource;

/// <summary>A single primitive, enumeration or complex property.</summary>
/// <param name="Property">The last one of the path.</param>
/// <param name="Value">Its value, as its getter returns it.</param>
/// <param name="Path">The canonical path, such as <c>Lighthouses('L1')/Position/Latitude</c>.</param>
sealed record PropertyResource(StructuralProperty Property, Evaluator Value, string Path) : Resource;

/// <summary>The plain value of a property: <c>/$value</c>.</summary>
sealed record RawValueResource(PropertyResource Property) : Resource;

/// <summary>The number of entities or elements: <c>/$count</c>.</summary>
sealed record CountResource(Resource Of) : Resource;
