using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Running;

/// <summary>What fills the members of projections, on each database.</summary>
public abstract class ProjectionRuns : ProgramRuns
{
    private const string Library = """
        public enum Mood { Good, Bad }
        public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : IValueConverter<Money, decimal> { public static decimal ToStored(Money value) => value.Amount; public static Money FromStored(decimal value) => new(value); }
        [Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Model] public partial class Profile { public int Id { get; set; } [OneToOne] public partial User User { get; set; } }
        [Model] public partial class Tag { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Model(Plural = "Folk")] public partial class Reader { public int Id { get; set; } public int Age { get; set; } [ForeignKey] public partial Post Post { get; set; } }
        [Model] public partial class Post
        {
            public int Id { get; set; }
            [ForeignKey] public partial User Author { get; set; }
            [ForeignKey(RelatedName = "EditedPosts")] public partial User? Editor { get; set; }
            [ManyToMany] public partial ManyToMany<Tag, TagQuery> Tags { get; }
            public string Title { get; set; } = "";
            public string? Note { get; set; }
            public int Views { get; set; }
            public int? Score { get; set; }
            public long Size { get; set; }
            public short Pages { get; set; }
            public byte? Stars { get; set; }
            public decimal Price { get; set; }
            public double? Weight { get; set; }
            public float Volume { get; set; }
            public DateTimeOffset CreatedAt { get; set; }
            public Mood Mood { get; set; }
            [Text] public Mood? Feeling { get; set; }
            [Converter<MoneyConverter>] public Money Cost { get; set; }
        }
        [Database] public partial class Db;

        """;

    private const string Rows = """
        var ann = new User { Name = "Ann" };
        var bob = new User { Name = "Bob" };
        await db.Users.InsertManyAsync([ann, bob]);
        await db.Profiles.InsertAsync(new Profile { User = bob });
        var early = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var first = new Post
        {
            Author = ann, Title = "a", Note = "x", Views = 3, Score = 5, Size = 10, Pages = 2, Stars = 200, Price = 0.1m, Weight = 0.5, Volume = 1.5f, CreatedAt = early,
            Mood = Mood.Bad, Feeling = Mood.Good, Cost = new Money(9),
        };
        var second = new Post
        {
            Author = ann, Editor = bob, Title = "B", Views = 4, Size = 20, Pages = 3, Stars = 100, Price = 0.2m, Volume = 2f, CreatedAt = early.AddDays(1), Cost = new Money(10),
        };
        await db.Posts.InsertManyAsync([first, second]);
        await first.Tags.AddAsync(await NewTagAsync("x"), await NewTagAsync("y"));
        await db.Folk.InsertManyAsync([new Reader { Post = first, Age = 30 }, new Reader { Post = first, Age = 40 }]);

        async Task<Tag> NewTagAsync(string name)
        {
            var tag = new Tag { Name = name };
            await db.Tags.InsertAsync(tag);
            return tag;
        }

        """;

    [SkippableFact]
    public Task Counts_may_use_the_singular_and_be_behind_a_path() => RunAsync(
        Library + """
        [Projection<User>] public partial record UserCard(string Name, int PostCount, long PostsCount, int EditedPostCount, bool HasPosts, bool HasEditedPost, bool HasProfile);
        [Projection<Post>] public partial record PostCard(string Title, int AuthorPostCount, long EditorEditedPostsCount, bool AuthorHasPosts, bool EditorHasProfile, bool HasEditor, int TagCount, bool HasTags, int ReaderCount);
        """,
        "Db",
        Rows + """
        Assert.Equal(
            [new UserCard("Ann", 2, 2L, 0, true, false, false), new UserCard("Bob", 0, 0L, 1, false, true, true)],
            await db.Users.OrderBy(u => u.Id).Select<UserCard>().ToListAsync());
        Assert.Equal(
            [new PostCard("a", 2, 0L, true, false, false, 2, true, 2), new PostCard("B", 2, 1L, true, true, true, 0, false, 0)],
            await db.Posts.OrderBy(p => p.Id).Select<PostCard>().ToListAsync());
        """);

    [SkippableFact]
    public Task Sums_and_averages_are_null_without_rows() => RunAsync(
        Library + """
        [Projection<User>] public partial record Sums(
            long? PostViewsSum, long? PostsScoreSum, long? PostSizeSum, long? PostPagesSum, long? PostStarsSum, decimal? PostPriceSum, double? PostWeightSum, float? PostVolumeSum);
        [Projection<User>] public partial record Averages(double? PostViewsAvg, double? PostsScoreAvg, double? PostSizeAvg, decimal? PostPriceAvg, double? PostWeightAvg);
        """,
        "Db",
        Rows + """
        Assert.Equal(
            [new Sums(7, 5, 30, 5, 300, 0.3m, 0.5, 3.5f), new Sums(null, null, null, null, null, null, null, null)],
            await db.Users.OrderBy(u => u.Id).Select<Sums>().ToListAsync());
        Assert.Equal(
            [new Averages(3.5, 5, 15, 0.15m, 0.5), new Averages(null, null, null, null, null)],
            await db.Users.OrderBy(u => u.Id).Select<Averages>().ToListAsync());
        """);

    [SkippableFact]
    public Task The_smallest_and_the_greatest_have_the_type_of_their_column() => RunAsync(
        Library + """
        [Projection<User>] public partial record Ends(
            string? PostTitleMin, string? PostsNoteMax, int? PostViewsMax, int? PostScoreMin, short? PostPagesMax, byte? PostStarsMin, decimal? PostPriceMax, DateTimeOffset? PostCreatedAtMax,
            Mood? PostMoodMax, Mood? PostFeelingMin, Money? PostCostMax, int? PostEditorIdMax);
        [Projection<Post>] public partial record Behind { public string? TagNameMax { get; init; } public int? ReaderAgeMax { get; init; } public int? EditorPostsViewsMin { get; init; } public long? AuthorPostViewsSum { get; init; } }
        """,
        "Db",
        Rows + """
        Assert.Equal(
            [
                new Ends("B", "x", 4, 5, 3, 100, 0.2m, early.AddDays(1), Mood.Bad, Mood.Good, new Money(10), bob.Id),
                new Ends(null, null, null, null, null, null, null, null, null, null, null, null),
            ],
            await db.Users.OrderBy(u => u.Id).Select<Ends>().ToListAsync());
        Assert.Equal(
            [new Behind { TagNameMax = "y", ReaderAgeMax = 40, AuthorPostViewsSum = 7 }, new Behind { AuthorPostViewsSum = 7 }],
            await db.Posts.OrderBy(p => p.Id).Select<Behind>().ToListAsync());
        """);

    [SkippableFact]
    public Task A_column_of_the_name_wins() => RunAsync(
        """
        [Model] public partial class Shelf { public int Id { get; set; } public long BookPagesSum { get; set; } public bool HasBooks { get; set; } public string BookCount { get; set; } = ""; }
        [Model] public partial class Book { public int Id { get; set; } public int Pages { get; set; } [ForeignKey] public partial Shelf Shelf { get; set; } }
        [Projection<Shelf>] public partial record Card(long BookPagesSum, long? BooksPagesSum, bool HasBooks, bool HasBook, string BookCount, int BooksCount);
        [Database] public partial class Db;
        """,
        "Db",
        """
        var shelf = new Shelf { BookPagesSum = -1, BookCount = "many" };
        await db.Shelves.InsertAsync(shelf);
        await db.Books.InsertAsync(new Book { Shelf = shelf, Pages = 100 });
        Assert.Equal(new Card(-1, 100, false, true, "many", 1), await db.Shelves.Select<Card>().SingleAsync());
        """);

    [SkippableFact]
    public Task Projections_read_columns_paths_and_counts() => RunAsync(
        Zoo.Shapes["projections"],
        "Db",
        """
        var boss = new User { Name = "Boss", Mood = Mood.Bad, Marks = [1, 2] };
        await db.Users.InsertAsync(boss);
        var ann = new User { Name = "Ann", Boss = boss };
        await db.Users.InsertAsync(ann);
        await db.Badges.InsertAsync(new Badge { Owner = boss, Number = 7 });
        var cards = await db.Users.OrderBy(u => u.Id).Select<Card>().ToListAsync();
        Assert.Equal([new Card(boss.Id, "Boss", null, null, 1, 7, null), new Card(ann.Id, "Ann", "Boss", Mood.Bad, 0, null, null)], cards);
        Assert.Equal("Boss", (await db.Users.OrderBy(u => u.Id).Select<Small>().FirstAsync()).Name);
        var wide = await db.Badges.Select<Outer.Wide>().SingleAsync();
        Assert.Equal((7, "Boss", 1L, 2), (wide.Number, wide.OwnerName, wide.OwnerUsersCount, wide.OwnerMarks.Length));
        """);
}
