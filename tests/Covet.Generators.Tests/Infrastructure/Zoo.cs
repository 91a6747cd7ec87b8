namespace Covet.Generators.Tests.Infrastructure;

/// <summary>Models of every allowed shape.</summary>
public static class Zoo
{
    public const string Types = """
        public enum Colour : byte { Red, Green }
        public readonly record struct Money(decimal Amount);
        public sealed class MoneyConverter : IValueConverter<Money, decimal>
        {
            public static decimal ToStored(Money value) => value.Amount;
            public static Money FromStored(decimal value) => new(value);
        }
        public sealed record Address(string City, string? Street);
        [Model]
        public partial class Everything
        {
            public long Id { get; set; }
            public bool Flag { get; set; }
            public bool? MaybeFlag { get; set; }
            public sbyte Tiny { get; set; }
            public byte Octet { get; set; }
            public short Short { get; set; }
            public ushort UShort { get; set; }
            public int Int { get; set; }
            public int? MaybeInt { get; set; }
            public uint UInt { get; set; }
            public ulong ULong { get; set; }
            public float Single { get; set; }
            public double Double { get; set; }
            public decimal Decimal { get; set; }
            public string Text { get; set; } = "";
            public string? MaybeText { get; set; }
            public char Letter { get; set; }
            public char? MaybeLetter { get; set; }
            public Guid Guid { get; set; }
            public DateTime DateTime { get; set; }
            public DateTimeOffset Instant { get; set; }
            public DateOnly Date { get; set; }
            public TimeOnly? Time { get; set; }
            public TimeSpan Span { get; set; }
            [Version] public uint Version { get; private set; }
            public byte[] Bytes { get; set; } = [];
            public byte[]? MaybeBytes { get; set; }
            public Colour Colour { get; set; }
            public Colour? MaybeColour { get; set; }
            [Text] public Colour Named { get; set; }
            [Text] public Colour? MaybeNamed { get; set; }
            [Json] public Address Home { get; set; } = new("", null);
            [Json] public List<Address>? Others { get; set; }
            [Json] public int? Number { get; set; }
            [Converter<MoneyConverter>] public Money Price { get; set; }
            [Converter<MoneyConverter>] public Money? MaybePrice { get; set; }
        }
        [Model]
        public partial class Arrays
        {
            public int Id { get; set; }
            public int[] Numbers { get; set; } = [];
            public string[]? Words { get; set; }
            public Guid[]? Guids { get; set; }
        }
        [Database] public partial class EverythingDb;
        """;

    public static readonly IReadOnlyDictionary<string, string> Shapes = new Dictionary<string, string>
    {
        ["keywords"] = """
            namespace @global.@namespace;
            [Model] public partial class @class { public int Id { get; set; } public string @event { get; set; } = ""; public int @base { get; set; } public bool @required { get; set; } [ForeignKey] public partial @class? @params { get; set; } }
            [Model] public partial class @record { public int Id { get; set; } public int field { get; set; } public int value { get; set; } public int _ { get; set; } }
            [Database] public partial class @fixed;
            """,
        ["no namespace"] = "[Model] public partial class User { public int Id { get; set; } } [Database] internal partial class Db;",
        ["nested"] = """
            namespace A { public partial interface IOuter { public partial record struct Middle { [Model] public partial class User { public int Id { get; set; } [ForeignKey] public partial User? Boss { get; set; } } } } }
            namespace B { [Model(Table = "others", Plural = "Others")] public partial class User { public int Id { get; set; } [ForeignKey] public partial A.IOuter.Middle.User? Twin { get; set; } } }
            [Database] public partial class Db;
            """,
        ["internal"] = "[Model] internal partial class User { public int Id { get; set; } [ForeignKey] internal partial User? Boss { get; set; } } [Database] internal partial class Db;",
        ["record"] = "[Model] public sealed partial record User { public int Id { get; set; } public string Name { get; init; } = \"\"; [ForeignKey] public partial User? Boss { get; set; } } [Database] public partial class Db;",
        ["derived record"] = "public abstract record Entity { public int Id { get; set; } } [Model] public partial record User : Entity { public string Name { get; init; } = \"\"; [ForeignKey] public partial User? Boss { get; set; } } [Model] public partial record Open { public int Id { get; set; } } [Database] public partial class Db;",
        ["required and init"] = """
            [Model] public partial class User { public int Id { get; private set; } public required string Name { get; init; } public string? Nick { get; private set; } }
            [Model] public partial class Post { public int Id { get; set; } public required partial User Author { get; set; } [ForeignKey(RelatedName = "Edited")] public partial User? Editor { get; init; } }
            [Database] public partial class Db;
            """.Replace("public required partial", "[ForeignKey] public required partial", StringComparison.Ordinal),
        ["inheritance"] = """
            public abstract class Entity<TKey> { public TKey Id { get; protected set; } = default!; public virtual string Kind { get; set; } = ""; public static int Count { get; set; } public int this[int i] { get => i; set { } } }
            public abstract class Named : Entity<long> { public string Name { get; set; } = ""; public override string Kind { get; set; } = ""; }
            [Model] public partial class User : Named { private User() { } public User(string name) => Name = name; public string Upper => Name; private int Hidden { get; set; } }
            [Database] public partial class Db;
            """,
        ["taken names"] = """
            namespace Shop;
            public class System { } public class String { } public class Task { } public class Type { } public class Object { } public class List { } public class Covet { } public class Query { } public class Db { }
            [Model] public partial class Item { public int Id { get; set; } public string Name { get; set; } = ""; [ForeignKey] public partial Item? Parent { get; set; } [ManyToMany] public partial ManyToMany<Item, ItemQuery> Others { get; } }
            [Database] public partial class ShopDb;
            """,
        ["composite keys"] = """
            [Model] public partial class Region { [Key] public string Country { get; set; } = ""; [Key] public int Code { get; set; } public string Name { get; set; } = ""; }
            [Model] public partial class City { public Guid Id { get; set; } [ForeignKey] public partial Region Region { get; set; } [ForeignKey(RelatedName = "Twins")] public partial Region? Twin { get; set; } [OneToOne] public partial Region? CapitalOf { get; set; } [ManyToMany(RelatedName = "Near")] public partial ManyToMany<Region, RegionQuery> Near { get; } }
            [Database] public partial class Db;
            """,
        ["through"] = """
            [Model(Table = "Playlist")] public partial class Playlist { [Column("PlaylistId")] public int Id { get; set; } [ManyToMany] public partial ManyToMany<Track, TrackQuery, PlaylistTrack> Tracks { get; } }
            [Model(Table = "Track")] public partial class Track { [Column("TrackId")] public int Id { get; set; } public string Name { get; set; } = ""; }
            [Model(Table = "PlaylistTrack")] public partial class PlaylistTrack
            {
                [Key, ForeignKey(Column = "PlaylistId")] public partial Playlist Playlist { get; set; }
                [Key, ForeignKey(Column = "TrackId")] public partial Track Track { get; set; }
                public int Position { get; set; }
            }
            [Database] public partial class Db;
            """,
        ["through an internal model"] = """
            [Model] public partial class Reader { public int Id { get; set; } [ManyToMany] internal partial ManyToMany<Book, BookQuery, Loan> Books { get; } }
            [Model] public partial class Book { public int Id { get; set; } }
            [Model] internal partial class Loan { public int Id { get; set; } [ForeignKey] public partial Reader Reader { get; set; } [ForeignKey] public partial Book Book { get; set; } }
            [Database] public partial class Db;
            """,
        ["self many-to-many"] = """
            [Model] public partial class User { public int Id { get; set; } [ManyToMany] public partial ManyToMany<User, UserQuery> Friends { get; } [ManyToMany(Symmetrical = false, RelatedName = "Followers")] public partial ManyToMany<User, UserQuery> Follows { get; } [ManyToMany(RelatedName = "Students")] public partial ManyToMany<User, UserQuery, Lesson> Teachers { get; } }
            [Model] public partial class Lesson { public int Id { get; set; } [ForeignKey(RelatedName = "LessonsTaken")] public partial User Student { get; set; } [ForeignKey(RelatedName = "LessonsGiven")] public partial User Teacher { get; set; } }
            [Database] public partial class Db;
            """,
        ["linked keys"] = """
            public enum Level { Low, High }
            public partial class Outer { [Model] public partial class @event { [Key] public Level Level { get; set; } [Key] public char @char { get; set; } } }
            [Model] internal partial class Item { public Guid Id { get; set; } [ManyToMany] internal partial ManyToMany<Outer.@event, Outer.eventQuery> Events { get; } }
            [Model] public partial class Part { [Key] public ulong Number { get; set; } [ManyToMany(RelatedName = "+")] public partial ManyToMany<Part, PartQuery, Joint> Others { get; } }
            [Model] public partial class Joint { public int Id { get; private set; } public required string Note { get; set; } [ForeignKey(RelatedName = "+")] public partial Part First { get; private set; } [ForeignKey(RelatedName = "+")] public partial Part Second { get; init; } }
            [Database] public partial class Db;
            """,
        ["shared key"] = """
            [Model] public partial class User { public Guid Id { get; init; } = Guid.CreateVersion7(); }
            [Model] public partial class Profile { [Key, OneToOne] public partial User User { get; set; } public string? City { get; set; } }
            [Model] public partial class Badge { public int Id { get; set; } [ForeignKey] public partial Profile Owner { get; set; } }
            [Database] public partial class Db;
            """,
        ["odd keys"] = """
            public enum Level { Low, High }
            public readonly record struct Sku(string Value);
            public sealed class SkuConverter : IValueConverter<Sku, string> { public static string ToStored(Sku value) => value.Value; public static Sku FromStored(string value) => new(value); }
            [Model] public partial class Grade { [Key] public Level Level { get; set; } }
            [Model] public partial class Item { [Key, Converter<SkuConverter>] public Sku Sku { get; set; } [ForeignKey] public partial Grade? Grade { get; set; } }
            [Model] public partial class Line { public long Id { get; set; } [ForeignKey] public partial Item Item { get; set; } [ForeignKey(RelatedName = "Free")] public partial Item? Gift { get; set; } }
            [Database] public partial class Db;
            """,
        ["quoted names"] = """
            [Model(Table = "a\"b.c d;--", Schema = "s'1")] public partial class Odd { public int Id { get; set; } [Column("q\"uote\\ {0} @p $1")] public string Name { get; set; } = ""; [Unique(Name = "u\"q")] public int Code { get; set; } [ForeignKey] public partial Odd? Parent { get; set; } }
            [Database] public partial class Db;
            """,
        ["to a unique column"] = """
            [Model] public partial class Country { public int Id { get; set; } [Unique] public string Code { get; set; } = ""; }
            [Model] public partial class City { public int Id { get; set; } [ForeignKey(To = nameof(Country.Code))] public partial Country Country { get; set; } }
            [Database] public partial class Db;
            """,
        ["places"] = """
            [Model] public partial class User { public int Id { get; set; } [Into(nameof(User.Posts))] public partial IReadOnlyList<Post> TopPosts { get; } [Into("Badge")] public partial Badge? BestBadge { get; } }
            [Model] public partial class Post { public int Id { get; set; } [ForeignKey] public partial User Author { get; set; } }
            [Model] public partial class Badge { public int Id { get; set; } [OneToOne] public partial User Owner { get; set; } }
            [Database] public partial class Db;
            """,
        ["indexes"] = """
            [Model, Index(nameof(Year), nameof(Owner)), Unique("Year", "Number", Name = "uq_number")] public partial class Bill { public int Id { get; set; } public int Year { get; set; } public int Number { get; set; } [Index(Unique = true)] public string Code { get; set; } = ""; [ForeignKey] public partial Bill? Owner { get; set; } }
            [Database] public partial class Db;
            """,
        ["nullable off"] = """
            #nullable disable
            [Model] public partial class User { public int Id { get; set; } public string Name { get; set; } [ForeignKey] public partial User Boss { get; set; } }
            [Database] public partial class Db;
            """,
        ["projections"] = """
            public enum Mood { Good, Bad }
            [Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = ""; public Mood Mood { get; set; } [Json] public int[] Marks { get; set; } = []; [ForeignKey] public partial User? Boss { get; set; } }
            [Model] public partial class Badge { public int Id { get; set; } public long Number { get; set; } [OneToOne] public partial User Owner { get; set; } }
            [Projection<User>] public partial record Card(int Id, string Name, string? BossName, Mood? BossMood, int UsersCount, long? BadgeNumber, int? BossBossId);
            [Projection<User>] public readonly partial record struct Small(int Id) { public required string? Name { get; init; } }
            public partial class Outer { [Projection<Badge>] public sealed partial class Wide { public long Number { get; set; } public string OwnerName { get; set; } = ""; public long OwnerUsersCount { get; init; } public int[] OwnerMarks { get; set; } = []; public int Twice => 2; } }
            [Database] public partial class Db;
            """,
        ["names of generated members"] = """
            namespace MyApp.System;
            [Model] public partial class Writer
            {
                private int _source = 1, _owner = 2, _isEditorLoaded = 3;
                public int Id { get; set; }
                public string Path { get; set; } = ""; public string Model { get; set; } = ""; public int Info { get; set; } public string Read { get; set; } = ""; public int Create { get; set; }
                public DateTime At { get; set; } public int Mapping { get; set; } public int Width { get; set; } public string Name { get; set; } = ""; public int Source { get; set; } public int HasKey { get; set; }
                public int ColumnCount { get; set; } public bool IsOptional { get; set; } public int Where { get; set; } public string Task { get; set; } = ""; public int Columns { get; set; } public int Instance { get; set; }
                public int Sum => _source + _owner + _isEditorLoaded;
                [ForeignKey(RelatedName = "Relation")] public partial Writer? Owner { get; set; }
                [ForeignKey(RelatedName = "Info2")] public partial Writer? Editor { get; set; }
            }
            [Model] public partial class Model { [Key] public int Columns { get; set; } [Key] public int CancellationToken { get; set; } }
            [Model] public partial class Column { public int Id { get; set; } [ForeignKey(RelatedName = "Rows")] public partial Model Model { get; set; } [ForeignKey(RelatedName = "Globals")] public partial Query? Query { get; set; } }
            [Model] public partial class Query { public int Id { get; set; } }
            [Model] public partial class Task { public int Id { get; set; } [ManyToMany] public partial ManyToMany<Task, TaskQuery> Tasks { get; } }
            [Database] public partial class Database;
            """,
        ["no model"] = "[Model] public partial class Only { public int Id { get; set; } }",
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];
}
