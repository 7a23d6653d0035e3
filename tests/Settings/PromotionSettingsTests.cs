namespace BgpLb.Tests.Settings;

public sealed class PromotionSettingsTests
{
    [Theory]
    [InlineData("test")]
    [InlineData("a/b")]
    [InlineData("a/b/c/d")]
    [InlineData("a/b/")]
    public void A_reference_is_a_whole_name(string reference) =>
        StackText
            .Dev.And($"  bgplb:promotion: {{ after: test, reference: {reference} }}")
            .IsRefused($"promotion.reference: found \"{reference}\"; allowed: ORGANIZATION/PROJECT/STACK");

    [Fact]
    public void A_reference_belongs_to_a_stack() =>
        StackText
            .Dev.And("  bgplb:promotion: { reference: organization/bgplb/test }")
            .IsRefused("promotion.after: found nothing; allowed: the name of the stack that reference is about");

    [Fact]
    public void A_stack_may_come_after_another_without_a_reference() =>
        Assert.Equal("test", StackText.Dev.And("  bgplb:promotion: { after: test }").IsAccepted().Promotion.After);
}
