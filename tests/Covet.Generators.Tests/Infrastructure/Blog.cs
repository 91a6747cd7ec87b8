namespace Covet.Generators.Tests.Infrastructure;

/// <summary>The models of the product page.</summary>
internal static class Blog
{
    public const string Source = """
        namespace Blog;

        [Model]
        public partial class User
        {
            public int Id { get; set; }
            [Unique, MaxLength(200)]
            public string Email { get; set; } = "";
            public string Name { get; set; } = "";
            public DateTimeOffset CreatedAt { get; set; }
        }

        [Model]
        public partial class Profile
        {
            public int Id { get; set; }
            [OneToOne(RelatedName = "Profile", OnDelete = OnDelete.Cascade)]
            public partial User User { get; set; }
            public string? City { get; set; }
        }

        [Model]
        public partial class Post
        {
            public int Id { get; set; }
            [ForeignKey(RelatedName = "Posts", OnDelete = OnDelete.Cascade)]
            public partial User Author { get; set; }
            [ForeignKey(RelatedName = "EditedPosts", OnDelete = OnDelete.SetNull)]
            public partial User? Editor { get; set; }
            public string Title { get; set; } = "";
            [Column("content")]
            public string Body { get; set; } = "";
            public bool Published { get; set; }
            public int Views { get; set; }
            public DateTimeOffset CreatedAt { get; set; }
            public DateTimeOffset? DeletedAt { get; set; }
            [ManyToMany(RelatedName = "Posts")]
            public partial ManyToMany<Tag, TagQuery> Tags { get; }
        }

        [Model]
        public partial class Comment
        {
            public int Id { get; set; }
            [ForeignKey(RelatedName = "Comments", OnDelete = OnDelete.Cascade)]
            public partial Post Post { get; set; }
            [ForeignKey(RelatedName = "Comments")]
            public partial User Author { get; set; }
            [ForeignKey(RelatedName = "Replies")]
            public partial Comment? Parent { get; set; }
            public string Text { get; set; } = "";
        }

        [Model]
        public partial class Tag
        {
            public int Id { get; set; }
            [Unique] public string Name { get; set; } = "";
        }

        [Database]
        public partial class BlogDb;

        """;
}
