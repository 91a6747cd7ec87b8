namespace Covet.Infrastructure;

/// <summary>A <c>[ForeignKey]</c> or <c>[OneToOne]</c> as the model that declares it sees it.</summary>
/// <typeparam name="TParent">The model with the foreign key.</typeparam>
/// <typeparam name="TChild">The model that it points to.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ForwardRelation<TParent, TChild, TKey>(RelationFacts facts) : ToOneRelation<TParent, TChild, TKey>(facts), IForwardRelation
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull;

/// <summary>A relation whose foreign key is on the parent's side.</summary>
internal interface IForwardRelation;
