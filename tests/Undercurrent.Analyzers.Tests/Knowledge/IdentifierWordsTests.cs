using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Tests.Knowledge;

public sealed class IdentifierWordsTests
{
    [Theory]
    [InlineData("customerEmail", "customer email")]
    [InlineData("CustomerEMails", "customer email")]
    [InlineData("_customer_e_mail", "customer email")]
    [InlineData("m_userName", "username")]
    [InlineData("IPAddress", "ip address")]
    [InlineData("SSNNumber", "ssn number")]
    [InlineData("SSNs", "ssn")]
    [InlineData("DOB", "dob")]
    [InlineData("addressLine2", "address line 2")]
    [InlineData("PostCodes", "postcode")]
    [InlineData("addresses", "address")]
    [InlineData("status", "status")]
    [InlineData("session", "session")]
    [InlineData("@class", "class")]
    [InlineData("date-of.birth", "date of birth")]
    [InlineData("", "")]
    [InlineData("___", "")]
    public void Splits_an_identifier_into_its_words(string identifier, string words) =>
        Assert.Equal(words, string.Join(" ", IdentifierWords.Of(identifier)));
}
