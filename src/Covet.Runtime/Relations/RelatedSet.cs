using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows whose foreign key points to one instance.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance pointed to.</param>
/// <param name="relation">The relation.</param>
public class RelatedSet<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedCollection<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch;

/// <summary>The rows whose nullable foreign key points to one instance: they can also be let go.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance pointed to.</param>
/// <param name="relation">The relation.</param>
public sealed class OptionalRelatedSet<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedSet<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch;
