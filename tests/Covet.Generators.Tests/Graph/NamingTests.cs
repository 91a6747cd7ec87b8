using Covet.Generators.Graph;
using Covet.Generators.Model;

namespace Covet.Generators.Tests.Graph;

public sealed class NamingTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("UserID", "user_id")]
    [InlineData("HTMLBody", "html_body")]
    [InlineData("CreatedAt", "created_at")]
    [InlineData("UTF8Text", "utf8_text")]
    [InlineData("Address2", "address2")]
    [InlineData("Legacy_Name", "legacy_name")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("A", "a")]
    [InlineData("用户", "用户")]
    public void Columns_are_snake_case(string name, string expected) => Assert.Equal(expected, Naming.Snake(name));

    [Theory]
    [InlineData("Post", "Posts", "posts")]
    [InlineData("BlogCategory", "BlogCategories", "blog_categories")]
    [InlineData("Day", "Days", "days")]
    [InlineData("Address", "Addresses", "addresses")]
    [InlineData("Status", "Statuses", "statuses")]
    [InlineData("Box", "Boxes", "boxes")]
    [InlineData("Branch", "Branches", "branches")]
    [InlineData("Dish", "Dishes", "dishes")]
    [InlineData("Person", "People", "people")]
    [InlineData("SalesPerson", "SalesPeople", "sales_people")]
    [InlineData("Child", "Children", "children")]
    [InlineData("Analysis", "Analyses", "analyses")]
    [InlineData("Leaf", "Leaves", "leaves")]
    [InlineData("Roof", "Roofs", "roofs")]
    [InlineData("Hero", "Heroes", "heroes")]
    [InlineData("Photo", "Photos", "photos")]
    [InlineData("News", "News", "news")]
    [InlineData("OrderDetails", "OrderDetails", "order_details")]
    [InlineData("API", "APIs", "apis")]
    [InlineData("Human", "Humans", "humans")]
    public void Classes_have_English_plurals(string name, string plural, string table)
    {
        Assert.Equal(plural, Naming.Plural(name));
        Assert.Equal(table, Naming.Table(name));
    }

    [Fact]
    public void Long_constraint_names_are_cut_and_stay_distinct()
    {
        var one = Naming.Constraint("ix", new string('t', 60), ["first_column"]);
        var other = Naming.Constraint("ix", new string('t', 60), ["second_column"]);

        Assert.Equal(63, one.Length);
        Assert.NotEqual(one, other);
        Assert.Equal("fk_posts_author_id", Naming.Constraint("fk", "posts", ["author_id"]));
    }

    [Theory]
    [InlineData("posts")]
    [InlineData("a\"b.c d;--")]
    [InlineData("用户")]
    [InlineData("😀")]
    public void Odd_names_are_names(string name) => Assert.Null(DatabaseNames.Flaw(name));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u200Bb")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void Unusable_names_have_a_flaw(string name) => Assert.NotNull(DatabaseNames.Flaw(name));

    [Fact]
    public void A_lone_surrogate_is_a_flaw() => Assert.NotNull(DatabaseNames.Flaw("a\uD800"));

    [Fact]
    public void Names_that_differ_in_case_fold_to_one() => Assert.Equal(Naming.Fold("user_id"), Naming.Fold("USER_ID"));
}
