namespace Covet;

/// <summary>
/// Makes a partial record a projection of a model: <c>db.Posts.Select&lt;PostCard&gt;()</c>. Its parameters name columns, through relations too (<c>AuthorName</c>), and what is
/// asked of related rows: <c>CommentCount</c>, <c>HasComments</c>, <c>CommentLikesSum</c>, <c>CommentCreatedAtMax</c>.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ProjectionAttribute<TModel> : Attribute;
