namespace Blog;

/// <summary>The blog's own words for questions about posts.</summary>
public partial class PostQuery
{
    /// <summary>What readers see: published and not deleted.</summary>
    public PostQuery Live() => Where(p => p.Published && p.DeletedAt == null);
}
